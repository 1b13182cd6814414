import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit } from '../platform/audit/audit.js';
import type { Person } from '../platform/auth/person.js';
import { forgetMail } from '../platform/mail/forget-mail.js';
import type { AccountEntity } from './account.entity.js';
import { deleteInvitationsTo } from './invitations/invitations-to.js';
import { LearnerHandover } from './learner-handover.service.js';

/** Erases accounts. Who may ask for it is decided before: by the person (AccountDeletionService), or by a restore that finds the deletion recorded. */
@Injectable()
export class AccountErasure {
  constructor(
    private readonly handover: LearnerHandover,
    private readonly audit: Audit,
  ) {}

  /**
   * Erases the account with everything that belongs to it, the mail to it, and what the audit trail says of it.
   * @param record writes the audit entry of the deletion, at the moment when its locks are in order
   */
  async erase(tx: EntityManager, person: Person, record: () => Promise<void>): Promise<void> {
    const { id } = person;
    // Before the enrollments, as everywhere; deleting the account would lock it after them.
    await tx.query('select from account_role where account_id = $1 for update', [id]);
    // So that the history of each learner says that the mentor left.
    await this.handover.end(tx, person, id);
    await this.handover.lockEnrollments(tx, id);
    const [account] = await tx.query<Pick<AccountEntity, 'email' | 'emailKey'>[]>('select email, email_key as "emailKey" from account where id = $1', [id]);
    const ids = [...new Set([id, ...(account ? await deleteInvitationsTo(tx, account) : [])])];
    for (const each of ids) await forgetMail(tx, each);
    await record();
    // A transaction that writes an entry about this person has locked the account. Wait for it, so that its entry is blanked too.
    await tx.query('select from account where id = $1 for update', [id]);
    for (const each of ids) await this.audit.forget(tx, each);
    await tx.query('delete from account where id = $1', [id]);
  }
}
