import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Attempts, type Patience } from '../platform/limits/attempts.js';
import type { KnownBrowser } from '../platform/limits/known-browsers.js';

const HOUR = 3_600;

/**
 * How often the password of one account may be guessed, over all addresses. Each wrong guess beyond the free ones waits twice as long, up
 * to a quarter of an hour, which leaves about 100 guesses a day. Nobody is locked out: the owner has a budget per browser, and a new
 * password by mail clears everything. Unknown addresses are counted alike, so that a limit does not tell who has an account.
 */
@Injectable()
export class PasswordGuessesService {
  constructor(
    private readonly attempts: Attempts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @param browser one in which this account signed in before */
  atSignIn(emailKey: string, browser: KnownBrowser | undefined, isRight: () => Promise<boolean>): Promise<boolean> {
    const subject = browser ? `browser ${browser.id}` : signInOf(emailKey);
    return this.limited(subject, 'Too many attempts to sign in to this account.', isRight);
  }

  /** Of somebody who is signed in and is asked for the password again: a stolen session must not find it out. */
  ofPresent(accountId: string, isRight: () => Promise<boolean>): Promise<boolean> {
    return this.limited(presentOf(accountId), 'Too many wrong passwords.', isRight);
  }

  /** Counts one more link to a new password for this address, whether there is an account or not. */
  async beforeReset(emailKey: string): Promise<void> {
    const anHour: Patience = {
      free: this.config.DAYMARK_PASSWORD_RESETS_PER_HOUR,
      firstWaitSeconds: HOUR,
      longestWaitSeconds: HOUR,
      forgetSeconds: HOUR,
    };
    await this.attempts.take(`reset ${emailKey}`, anHour, 'We sent links to this address already: check the inbox and the spam folder.');
  }

  /** Whoever set a new password by mail may sign in with it at once. */
  async forget({ id, emailKey }: { id: string; emailKey: string }): Promise<void> {
    await this.attempts.forget(signInOf(emailKey));
    await this.attempts.forget(presentOf(id));
  }

  private async limited(subject: string, what: string, isRight: () => Promise<boolean>): Promise<boolean> {
    const patience: Patience = {
      free: this.config.DAYMARK_SIGN_IN_PER_MINUTE,
      firstWaitSeconds: 15,
      longestWaitSeconds: 15 * 60,
      forgetSeconds: 24 * HOUR,
    };
    await this.attempts.take(subject, patience, what);
    if (!(await isRight())) return false;
    await this.attempts.forget(subject);
    return true;
  }
}

const signInOf = (emailKey: string) => `sign-in ${emailKey}`;
const presentOf = (accountId: string) => `present password ${accountId}`;
