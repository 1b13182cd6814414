import { Inject, Injectable } from '@nestjs/common';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource, type EntityManager } from 'typeorm';
import { Audit } from '../platform/audit/audit.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { makeFolder } from '../platform/embedded/private-file.js';
import { emailKey } from '../platform/mail/email-address.contract.js';
import { AccountEntity } from './account.entity.js';
import { AccountRoleEntity } from './account-role.entity.js';
import { AccountsService, type NewAccount } from './accounts.service.js';
import { PasswordResetsService } from './password-resets.service.js';
import { newPassword } from './tokens.js';

const HOUSE_EMAIL = 'admin@daymark.local';
const LINK_HOURS = 7 * 24;
const ADMIN = { name: 'Admin', timeZone: 'UTC', roles: ['admin'] } as const;
/** Key of an advisory lock, a number that nothing else uses. Processes that start at the same time take turns. */
const TURN = 4_202_611;

/** The admin of an empty Daymark. A password is shown on a terminal only; elsewhere it would stay in some log. */
@Injectable()
export class FirstAdminService {
  constructor(
    private readonly database: DataSource,
    private readonly accounts: AccountsService,
    private readonly resets: PasswordResetsService,
    private readonly audit: Audit,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Creates the first admin if there is none. Returns the lines to show to the operator. */
  async welcome(isTerminal = process.stdout.isTTY): Promise<string[]> {
    const wanted = this.config.DAYMARK_ADMIN_EMAIL;
    return this.database.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [TURN]);
      if (await tx.existsBy(AccountRoleEntity, { role: 'admin' })) return [];
      const email = wanted ?? HOUSE_EMAIL;
      if (await tx.existsBy(AccountEntity, { emailKey: emailKey(email) })) {
        return [`There is no admin yet, and ${email} belongs to somebody else's account: set DAYMARK_ADMIN_EMAIL to another address and start again.`];
      }
      if (isTerminal) return this.withPassword(tx, email);
      if (wanted) return this.withLink(tx, email);
      return ['There is no admin yet: set DAYMARK_ADMIN_EMAIL and start again for a one-time set-up link, or start once on a terminal.'];
    });
  }

  private async withPassword(tx: EntityManager, email: string): Promise<string[]> {
    const password = newPassword();
    await this.create(tx, { email, password, isPasswordMadeUp: true });
    return ['', 'The first admin, shown this once:', `  email     ${email}`, `  password  ${password}`, ''];
  }

  private async create(tx: EntityManager, who: Pick<NewAccount, 'email' | 'password' | 'isPasswordMadeUp'>): Promise<string> {
    const { id } = await this.accounts.create({ ...ADMIN, ...who }, tx);
    await this.audit.record(tx, { act: 'first-admin-made', by: 'daymark', subject: id });
    return id;
  }

  /** The link is written before the account is committed: one without the other would lock everybody out. */
  private async withLink(tx: EntityManager, email: string): Promise<string[]> {
    const id = await this.create(tx, { email });
    const { address } = await this.resets.link(tx, id, LINK_HOURS);
    const file = join(this.config.DAYMARK_DATA_DIR, 'setup-link.txt');
    makeFolder(this.config.DAYMARK_DATA_DIR);
    rmSync(file, { force: true });
    writeFileSync(file, `${address}\n`, { mode: 0o600, flag: 'wx' });
    return [`The first admin is ${email}. A link to set the password, good once within 7 days, is in ${file}`];
  }
}
