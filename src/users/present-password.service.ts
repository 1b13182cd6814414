import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Person } from '../platform/auth/person.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Problem } from '../platform/http/problem.js';
import { lockSignedIn } from './access/lock-signed-in.js';
import { AccountEntity } from './account.entity.js';
import { PasswordGuessesService } from './password-guesses.service.js';
import { fits } from './passwords.js';
import { wrongPassword } from './users.contract.js';

/** Checks the password of a signed-in person again before an action that a stolen session must not do. */
@Injectable()
export class PresentPasswordService {
  constructor(
    private readonly database: DataSource,
    private readonly guesses: PasswordGuessesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Returns the account if the password is right. Checking takes a moment, so call `lockChecked` before you write: it refuses if the password
   * was replaced, the session ended or the account was deactivated in the meantime.
   */
  async check(me: Person, password: string): Promise<AccountEntity> {
    const account = await this.database.manager.findOneBy(AccountEntity, { id: me.id });
    const isRight = await this.guesses.ofPresent(me.id, () => fits(password, account?.passwordHash, this.config));
    if (!account || !isRight) throw new Problem(wrongPassword, 'Type the password you signed in with.');
    return account;
  }
}

/**
 * Locks the account whose password was checked, until the transaction ends.
 *
 * @throws Problem wrong-password if the password was replaced since, not-signed-in if the session ended or the account was deactivated since
 */
export async function lockChecked(tx: EntityManager, me: Person, checked: AccountEntity): Promise<AccountEntity> {
  const account = await tx.findOne(AccountEntity, { where: { id: me.id }, lock: { mode: 'for_no_key_update' } });
  if (account?.passwordHash !== checked.passwordHash) throw new Problem(wrongPassword, 'Your password was changed a moment ago. Type the new one.');
  return lockSignedIn(tx, me);
}
