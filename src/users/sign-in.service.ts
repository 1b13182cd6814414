import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Problem } from '../platform/http/problem.js';
import type { KnownBrowser } from '../platform/limits/known-browsers.js';
import { emailKey } from '../platform/mail/email-address.contract.js';
import { AccountEntity } from './account.entity.js';
import { PasswordGuessesService } from './password-guesses.service.js';
import { fits } from './passwords.js';
import type { Opened } from './session-presenter.service.js';
import { SessionsService } from './sessions.service.js';
import { wrongCredentials } from './users.contract.js';

/** Where a sign-in comes from. */
export interface Device {
  /** The request header User-Agent. */
  userAgent: string | undefined;
  /** Where the request has a cookie of a browser in which somebody signed in before. */
  browser?: KnownBrowser | undefined;
}

/** Signs people in with email and password. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: DataSource,
    private readonly sessions: SessionsService,
    private readonly guesses: PasswordGuessesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async signIn(email: string, password: string, { userAgent, browser }: Device): Promise<Opened> {
    const key = emailKey(email);
    const account = await this.database.manager.findOneBy(AccountEntity, { emailKey: key });
    const known = browser && browser.accountId === account?.id ? browser : undefined;
    const isRight = await this.guesses.atSignIn(key, known, () => fits(password, account?.passwordHash, this.config));
    if (!isRight || !account) throw new Problem(wrongCredentials, 'Try again, or set a new password.');
    return this.sessions.open(account.id, { userAgent, checkedHash: account.passwordHash });
  }
}
