import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/time/clock.js';
import { CalendarAccess } from '../calendar-access.js';
import { PasswordResetEntity } from '../password-reset.entity.js';
import { PersonalTokenEntity } from '../personal-tokens/personal-token.entity.js';
import { SessionsService } from '../sessions.service.js';

/** Everything that lets somebody into an account without its password. */
@Injectable()
export class StandingAccess {
  constructor(
    private readonly sessions: SessionsService,
    private readonly calendars: CalendarAccess,
    private readonly clock: Clock,
  ) {}

  /** Ends sessions, personal tokens, password links and the calendar link, in the transaction of its cause. */
  async end(tx: EntityManager, accountId: string, because: string): Promise<void> {
    const now = new Date(this.clock.now().epochMilliseconds);
    await this.sessions.endAll(tx, accountId, because);
    await tx.update(PersonalTokenEntity, { accountId, revokedAt: IsNull() }, { revokedAt: now });
    await tx.update(PasswordResetEntity, { accountId, usedAt: IsNull() }, { usedAt: now });
    await this.calendars.revoke(tx, accountId);
  }
}
