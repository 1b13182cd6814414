import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Audit } from '../platform/audit/audit.js';
import type { Person } from '../platform/auth/person.js';
import { SessionLookup } from './access/session-lookup.service.js';
import { AccountErasure } from './account-erasure.service.js';
import { AccountRolesService } from './account-roles.service.js';
import { PresentPasswordService } from './present-password.service.js';

/** Deletes accounts, each by its owner. */
@Injectable()
export class AccountDeletionService {
  constructor(
    private readonly database: DataSource,
    private readonly presentPassword: PresentPasswordService,
    private readonly roles: AccountRolesService,
    private readonly erasure: AccountErasure,
    private readonly audit: Audit,
    private readonly lookup: SessionLookup,
  ) {}

  /** Deletes the account with everything that belongs to it, and the mail to it. The last admin stays. */
  async delete(me: Person, password: string): Promise<void> {
    await this.presentPassword.check(me, password);
    await this.database.transaction(async (tx) => {
      await this.roles.keepAnAdmin(tx, me.id);
      await this.erasure.erase(tx, me, async () =>
        this.audit.record(tx, { act: 'account-deleted', by: me, subject: me.id, detail: { accountRoles: await this.roles.of(me.id, tx) } }),
      );
    });
    this.lookup.forget(me.id);
  }
}
