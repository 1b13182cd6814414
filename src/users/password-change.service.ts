import { Inject, Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import type { Person } from '../platform/auth/person.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Problem } from '../platform/http/problem.js';
import { Mail } from '../platform/mail/mail.js';
import { Triggers } from '../platform/queue/triggers.js';
import { Clock } from '../platform/time/clock.js';
import { AccountEntity } from './account.entity.js';
import { AccountsService } from './accounts.service.js';
import { PasswordResetEntity } from './password-reset.entity.js';
import { resetMail } from './password-reset-mail.js';
import { hashPassword } from './passwords.js';
import { SessionsService } from './sessions.service.js';
import { hashOf, newToken } from './tokens.js';
import { linkUsedUp } from './users.contract.js';

const LINK_HOURS = 1;

/** New passwords: by the present one, by a link from the mail, or by whoever runs this Daymark. Each ends every session. */
@Injectable()
export class PasswordChangeService {
  constructor(
    private readonly database: DataSource,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly mail: Mail,
    private readonly triggers: Triggers,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async change(me: Person, current: string, next: string): Promise<void> {
    await this.accounts.checkPassword(me, current);
    await this.set(me.id, next);
  }

  /** Sends a link when there is such an account; says nothing of whether there is. */
  async request(email: string): Promise<void> {
    const account = await this.database.manager.findOneBy(AccountEntity, { emailKey: email.toLowerCase() });
    if (!account) return;
    const token = newToken();
    await this.database.transaction(async (tx) => {
      await this.keepLink(account.id, token, LINK_HOURS, tx);
      await this.mail.write(tx, { personId: account.id, kind: 'password-reset', key: hashOf(token), to: account.email, ...resetMail(account.name, this.address(token)) });
    });
    this.triggers.fire('mail');
  }

  /** Sets a password by a link; the link is used up by it. */
  async reset(token: string, password: string): Promise<void> {
    const usedAt = this.now();
    const passwordHash = await hashPassword(password);
    await this.database.transaction(async (tx) => {
      const link = await tx.findOne(PasswordResetEntity, { where: { hash: hashOf(token), usedAt: IsNull() }, lock: { mode: 'pessimistic_write' } });
      if (!link || link.expiresAt <= usedAt) throw new Problem(linkUsedUp, 'Ask for a new one on the sign-in page.');
      await tx.update(PasswordResetEntity, { accountId: link.accountId, usedAt: IsNull() }, { usedAt });
      await tx.update(AccountEntity, { id: link.accountId }, { passwordHash });
      await this.sessions.endAll(tx, link.accountId, 'password-changed');
    });
  }

  async set(accountId: string, password: string): Promise<void> {
    const passwordHash = await hashPassword(password);
    await this.database.transaction(async (tx) => {
      await tx.update(AccountEntity, { id: accountId }, { passwordHash });
      await this.sessions.endAll(tx, accountId, 'password-changed');
    });
  }

  /** A link for someone without a password, for so many hours. */
  async setUpLink(accountId: string, hours: number): Promise<string> {
    const token = newToken();
    await this.keepLink(accountId, token, hours, this.database.manager);
    return this.address(token);
  }

  private async keepLink(accountId: string, token: string, hours: number, tx: DataSource['manager']): Promise<void> {
    const expiresAt = new Date(this.now().getTime() + hours * 3_600_000);
    await tx.insert(PasswordResetEntity, { hash: hashOf(token), accountId, expiresAt, usedAt: null });
  }

  private address(token: string): string {
    return `${this.config.DAYMARK_PUBLIC_URL}/new-password/${token}`;
  }

  private now(): Date {
    return new Date(this.clock.now().epochMilliseconds);
  }
}
