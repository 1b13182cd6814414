import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/time/clock.js';
import { PasswordResetEntity } from '../password-reset.entity.js';
import { EmailChangeEntity } from '../email-change/email-change.entity.js';
import type { EndedBecause } from '../session.entity.js';
import { SessionEndsService } from '../session-ends.service.js';
import { StandingAccessService } from '../standing-access.service.js';

/** Everything that lets somebody into an account without its password. */
@Injectable()
export class AllAccess {
  constructor(
    private readonly sessions: SessionEndsService,
    private readonly standing: StandingAccessService,
    private readonly clock: Clock,
  ) {}

  /** Ends sessions, personal tokens, password links, a waiting change of the email address and the calendar link, in the transaction of its cause. */
  async end(tx: EntityManager, accountId: string, because: EndedBecause): Promise<void> {
    const now = new Date(this.clock.now().epochMilliseconds);
    await this.sessions.endAll(tx, accountId, because);
    await tx.update(PasswordResetEntity, { accountId, usedAt: IsNull() }, { usedAt: now });
    await tx.delete(EmailChangeEntity, { accountId });
    await this.standing.revoke(tx, accountId);
  }
}
