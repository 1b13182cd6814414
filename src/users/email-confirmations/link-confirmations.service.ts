import { Inject, Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.module.js';
import { Problem } from '../../platform/http/problem.js';
import { Clock } from '../../platform/time/clock.js';
import { AccountEntity } from '../account.entity.js';
import { PasswordGuessesService } from '../password-guesses.service.js';
import { fits } from '../passwords.js';
import { RegistrationPolicyService } from '../registration/registration-policy.service.js';
import { linkUsedUp, wrongPassword } from '../users.contract.js';
import { isConfirmedBy, readConfirmationToken } from './confirmation-token.js';

/** Confirms an email address with the link from the mail. */
@Injectable()
export class LinkConfirmationsService {
  constructor(
    private readonly database: DataSource,
    private readonly policy: RegistrationPolicyService,
    private readonly guesses: PasswordGuessesService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A second use changes nothing and is not an error: mail programs and people click twice. */
  async confirm(token: string, password: string | undefined): Promise<void> {
    const now = new Date(this.clock.now().epochMilliseconds);
    const claimed = readConfirmationToken(token);
    const account = claimed && (await this.database.manager.findOneBy(AccountEntity, { id: claimed.accountId }));
    const isRight = claimed && account && isConfirmedBy(this.config.DAYMARK_TOKEN_SECRET, claimed, account.emailKey, now);
    if (!isRight) throw new Problem(linkUsedUp, 'Sign in and request a new link in Settings.');
    if (account.emailConfirmedAt === null) await this.refuseUnlessOwn(account, password);
    await this.database.manager.update(AccountEntity, { id: account.id, emailConfirmedAt: IsNull() }, { emailConfirmedAt: now });
  }

  /**
   * The link only proves that the person reads the mailbox. With registration by email domain, they must also know the password. Otherwise a
   * stranger could register with another person's address and get in when that person opens the link.
   */
  private async refuseUnlessOwn({ emailKey, passwordHash }: AccountEntity, password: string | undefined): Promise<void> {
    if ((await this.policy.read()).mode !== 'domain') return;
    const isOwn = password !== undefined && (await this.guesses.atSignIn(emailKey, undefined, () => fits(password, passwordHash, this.config)));
    if (!isOwn) throw new Problem(wrongPassword, 'Enter the password that you chose when you registered. If you didn’t register, ignore the mail.');
  }
}
