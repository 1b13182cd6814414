import { Controller } from '@nestjs/common';
import { Route, type Call } from '../platform/http/route.js';
import { AccountsService } from './accounts.service.js';
import { DirectoryService } from './directory.service.js';
import { PasswordChangeService } from './password-change.service.js';
import { PasswordResetsService } from './password-resets.service.js';
import { RoleChangesService } from './role-changes.service.js';
import {
  changeAccount,
  listAccounts,
  ownAccount,
  requestPasswordReset,
  resetPassword,
  setAccountRoles,
  type Account,
  type AccountRow,
} from './users.contract.js';

@Controller()
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly roles: RoleChangesService,
    private readonly directory: DirectoryService,
    private readonly resets: PasswordResetsService,
    private readonly passwords: PasswordChangeService,
  ) {}

  @Route(ownAccount)
  own({ me }: Call<typeof ownAccount>): Promise<Account> {
    return this.accounts.read(me.id);
  }

  @Route(changeAccount)
  change({ me, body }: Call<typeof changeAccount>): Promise<Account> {
    return this.accounts.change(me, body);
  }

  @Route(requestPasswordReset)
  async requestReset({ me, body }: Call<typeof requestPasswordReset>): Promise<{ sent: true }> {
    await this.resets.request(body.email, me);
    return { sent: true };
  }

  @Route(resetPassword)
  async reset({ me, params, body }: Call<typeof resetPassword>): Promise<undefined> {
    await this.passwords.reset(params.token, body, me);
  }

  @Route(listAccounts)
  list({ query }: Call<typeof listAccounts>): Promise<{ items: AccountRow[]; nextCursor: string | null }> {
    return this.directory.list(query);
  }

  @Route(setAccountRoles)
  async setRoles({ me, params, body }: Call<typeof setAccountRoles>): Promise<AccountRow> {
    await this.roles.set(me, params.accountId, body);
    return this.directory.one(params.accountId);
  }
}
