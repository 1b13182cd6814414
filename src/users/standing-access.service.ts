import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { Clock } from '../platform/time/clock.js';
import { CalendarAccess } from './calendar-access.js';
import { PersonalTokenEntity } from './personal-tokens/personal-token.entity.js';

/** Access to an account that needs no sign-in: personal access tokens and calendar addresses. */
@Injectable()
export class StandingAccessService {
  constructor(
    private readonly calendars: CalendarAccess,
    private readonly clock: Clock,
  ) {}

  async revoke(tx: EntityManager, accountId: string): Promise<void> {
    const revokedAt = new Date(this.clock.now().epochMilliseconds);
    await tx.update(PersonalTokenEntity, { accountId, revokedAt: IsNull() }, { revokedAt });
    await this.calendars.revoke(tx, accountId);
  }
}
