import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Attempts, type Patience } from '../platform/limits/attempts.js';
import type { KnownBrowser } from '../platform/limits/known-browsers.js';

const HOUR = 3_600;
const AT_SIGN_IN = 'Too many attempts to sign in to this account.';
/** All known browsers of an account together have as many free tries as this many of them. */
const KNOWN_BROWSERS_TOGETHER = 5;

/**
 * Limits guesses of one account’s password, from all addresses together. After the free tries, each wrong guess doubles the wait, up to 15
 * minutes: about 100 guesses a day. The owner is not locked out: known browsers have their own budget, and a password reset by mail clears
 * the count. Unknown email addresses are counted the same way, so the limit does not reveal who has an account.
 */
@Injectable()
export class PasswordGuessesService {
  constructor(
    private readonly attempts: Attempts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @param browser one in which this account signed in before */
  async atSignIn(emailKey: string, browser: KnownBrowser | undefined, isRight: () => Promise<boolean>): Promise<boolean> {
    if (!browser) return this.limited(signInOf(emailKey), AT_SIGN_IN, isRight);
    // A person who once knew the password may have collected many known browsers. Together, these get few more tries than one.
    const known = knownOf(browser.accountId);
    await this.attempts.take(known, this.patience(KNOWN_BROWSERS_TOGETHER), AT_SIGN_IN);
    if (!(await this.limited(`browser ${browser.id}`, AT_SIGN_IN, isRight))) return false;
    await this.attempts.forget(known);
    return true;
  }

  /** For a signed-in person who must enter the password again: a stolen session must not be able to guess it. */
  ofPresent(accountId: string, isRight: () => Promise<boolean>): Promise<boolean> {
    return this.limited(presentOf(accountId), 'Too many wrong passwords.', isRight);
  }

  /** Counts one more password reset link for this email address, whether or not it has an account. */
  async beforeReset(emailKey: string, what = 'We already sent links to this address. Check your inbox and spam folder.'): Promise<void> {
    const anHour: Patience = {
      free: this.config.DAYMARK_PASSWORD_RESETS_PER_HOUR,
      firstWaitSeconds: HOUR,
      longestWaitSeconds: HOUR,
      forgetSeconds: HOUR,
    };
    await this.attempts.take(`reset ${emailKey}`, anHour, what);
  }

  /** After a password reset by mail, the person can sign in at once. */
  async forget({ id, emailKey }: { id: string; emailKey: string }): Promise<void> {
    await this.attempts.forget(signInOf(emailKey));
    await this.attempts.forget(presentOf(id));
    await this.attempts.forget(knownOf(id));
  }

  private async limited(subject: string, what: string, isRight: () => Promise<boolean>): Promise<boolean> {
    await this.attempts.take(subject, this.patience(), what);
    if (!(await isRight())) return false;
    await this.attempts.forget(subject);
    return true;
  }

  private patience(times = 1): Patience {
    const free = this.config.DAYMARK_SIGN_IN_PER_MINUTE * times;
    return { free, firstWaitSeconds: 15, longestWaitSeconds: 15 * 60, forgetSeconds: 24 * HOUR };
  }
}

const signInOf = (emailKey: string) => `sign-in ${emailKey}`;
const presentOf = (accountId: string) => `present password ${accountId}`;
const knownOf = (accountId: string) => `known browsers ${accountId}`;
