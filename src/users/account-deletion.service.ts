import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Audit } from '../platform/audit/audit.js';
import type { Person } from '../platform/auth/person.js';
import { Mail } from '../platform/mail/mail.js';
import { SessionLookup } from './access/session-lookup.service.js';
import { AccountEntity } from './account.entity.js';
import { AccountRolesService } from './account-roles.service.js';
import { deleteInvitationsTo } from './invitations/invitations-to.js';
import { PresentPasswordService } from './present-password.service.js';

/** Deletes accounts, each by its owner. */
@Injectable()
export class AccountDeletionService {
  constructor(
    private readonly database: DataSource,
    private readonly presentPassword: PresentPasswordService,
    private readonly roles: AccountRolesService,
    private readonly mail: Mail,
    private readonly audit: Audit,
    private readonly lookup: SessionLookup,
  ) {}

  /** Deletes the account with everything that belongs to it, and the mail to it. The last admin stays. */
  async delete(me: Person, password: string): Promise<void> {
    await this.presentPassword.check(me, password);
    await this.database.transaction(async (tx) => {
      await this.roles.keepAnAdmin(tx, me.id);
      await this.roles.endMentoring(tx, me);
      const account = await tx.findOneByOrFail(AccountEntity, { id: me.id });
      const ids = [...new Set([me.id, ...(await deleteInvitationsTo(tx, account))])];
      for (const id of ids) await this.mail.forget(tx, id);
      await this.audit.record(tx, { act: 'account-deleted', by: me, subject: me.id, detail: { accountRoles: await this.roles.of(me.id, tx) } });
      // A transaction that writes an entry about this person has locked the account. Wait for it, so that its entry is blanked too.
      await tx.query('select from account where id = $1 for update', [me.id]);
      for (const id of ids) await this.audit.forget(tx, id);
      await tx.delete(AccountEntity, { id: me.id });
      this.lookup.forget(me.id);
    });
  }
}
