import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { DataSource, type EntityManager } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import { forgetMail } from '../../platform/mail/forget-mail.js';
import { Clock } from '../../platform/time/clock.js';
import { Worklist } from '../../platform/worklist/worklist.js';

/** Kind of work: one subject for each invitation. */
export const INVITATION_ERASURE = 'invitation-erasure';
/** How long an invitation is kept after it expired or was canceled. */
export const RETENTION_DAYS = 30;

const retainedUntil = (end: Temporal.Instant) => end.add({ hours: RETENTION_DAYS * 24 });

/** Erases the address of an invitation that nobody accepted: the person never agreed that we keep it. */
@Injectable()
export class InvitationErasure {
  constructor(
    private readonly database: DataSource,
    private readonly worklist: Worklist,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Call it in the transaction that sends, resends or cancels an invitation. `end` is when it expires, or now. */
  async schedule(tx: EntityManager, id: string, end: Date): Promise<void> {
    await this.worklist.markAt(tx, INVITATION_ERASURE, id, retainedUntil(Temporal.Instant.fromEpochMilliseconds(end.getTime())));
  }

  /**
   * Deletes the invitation and its mail, and blanks its data in the audit trail. Does nothing if it was accepted: then the data belongs to the account.
   *
   * @returns when it is due, if it was resent in the meantime
   */
  async erase(id: string): Promise<Temporal.Instant | null> {
    return this.database.transaction(async (tx) => {
      // Lock it: a request that resends or accepts it now comes first, or finds it deleted.
      const [invitation] = await tx.query<{ expiresAt: Date }[]>('select expires_at as "expiresAt" from invitation where id = $1 for update', [id]);
      const due = invitation && retainedUntil(Temporal.Instant.fromEpochMilliseconds(invitation.expiresAt.getTime()));
      if (due && Temporal.Instant.compare(due, this.clock.now()) > 0) return due;
      const accepted = await tx.query<unknown[]>('select from account where id = $1', [id]);
      if (accepted.length > 0) return null;
      await tx.query('delete from invitation where id = $1', [id]);
      await forgetMail(tx, id);
      await this.audit.forget(tx, id);
      return null;
    });
  }
}
