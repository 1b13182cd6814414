import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/time/clock.js';
import { Worklist } from '../../platform/worklist/worklist.js';
import { AccountEntity } from '../account.entity.js';
import { EmailChangeEntity } from './email-change.entity.js';

/** Kind of work: one subject for each account. */
export const EMAIL_CHANGE_ERASURE = 'email-change-erasure';
/** How long a new address is kept after its link expired. */
const RETENTION_DAYS = 30;

const retainedUntil = (expiry: Date) => Temporal.Instant.fromEpochMilliseconds(expiry.getTime()).add({ hours: RETENTION_DAYS * 24 });

/** Erases a new email address that nobody confirmed: it may belong to another person, who never agreed that we keep it. */
@Injectable()
export class EmailChangeErasure {
  constructor(
    private readonly database: DataSource,
    private readonly worklist: Worklist,
    private readonly clock: Clock,
  ) {}

  /** Call it in the transaction that sends a link. `expiry` is when the link expires. */
  async schedule(tx: EntityManager, accountId: string, expiry: Date): Promise<void> {
    await this.worklist.markAt(tx, EMAIL_CHANGE_ERASURE, accountId, retainedUntil(expiry));
  }

  /**
   * Deletes the address, and the mails with links to it and to earlier addresses that were canceled or replaced.
   *
   * @returns when it is due, if a link was sent in the meantime
   */
  async erase(accountId: string): Promise<Temporal.Instant | null> {
    return this.database.transaction(async (tx) => {
      // Lock both rows. A request locks the account and a resend locks the change, so each runs either before this or after it.
      const lock = { mode: 'pessimistic_write' } as const;
      await tx.findOne(AccountEntity, { select: { id: true }, where: { id: accountId }, lock });
      const change = await tx.findOne(EmailChangeEntity, { where: { accountId }, lock });
      const due = change && retainedUntil(change.expiresAt);
      if (due && Temporal.Instant.compare(due, this.clock.now()) > 0) return due;
      await tx.delete(EmailChangeEntity, { accountId });
      await tx.query(`delete from message where person_id = $1 and kind = 'email-change'`, [accountId]);
      return null;
    });
  }
}
