import { Inject, Injectable } from '@nestjs/common';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { AccountRoleEntity } from './account-role.entity.js';
import { AccountsService } from './accounts.service.js';
import { PasswordChangeService } from './password-change.service.js';
import { newToken } from './tokens.js';

const HOUSE_EMAIL = 'admin@daymark.local';
const LINK_HOURS = 7 * 24;

/** The admin of an empty Daymark. A password is shown on a terminal only; elsewhere it would stay in some log. */
@Injectable()
export class FirstAdminService {
  constructor(
    private readonly database: DataSource,
    private readonly accounts: AccountsService,
    private readonly passwords: PasswordChangeService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Makes the first admin where there is none, and answers what to tell whoever started this. */
  async welcome(isTerminal = Boolean(process.stdout.isTTY)): Promise<string[]> {
    if (await this.database.manager.existsBy(AccountRoleEntity, { role: 'admin' })) return [];
    const email = this.config.DAYMARK_ADMIN_EMAIL;
    if (isTerminal) return this.withPassword(email ?? HOUSE_EMAIL);
    if (email) return this.withLink(email);
    return ['There is no admin yet: set DAYMARK_ADMIN_EMAIL and start again for a one-time set-up link, or start once on a terminal.'];
  }

  private async withPassword(email: string): Promise<string[]> {
    const password = newToken().slice(0, 20);
    await this.accounts.create({ ...ADMIN, email, password });
    return ['', 'The first admin, shown this once:', `  email     ${email}`, `  password  ${password}`, ''];
  }

  private async withLink(email: string): Promise<string[]> {
    const { id } = await this.accounts.create({ ...ADMIN, email });
    const file = join(this.config.DAYMARK_DATA_DIR, 'setup-link.txt');
    writeFileSync(file, `${await this.passwords.setUpLink(id, LINK_HOURS)}\n`, { mode: 0o600 });
    chmodSync(file, 0o600);
    return [`The first admin is ${email}. A link to set the password, good once within 7 days, is in ${file}`];
  }
}

const ADMIN = { name: 'Admin', timeZone: 'UTC', roles: ['admin'] as const };
