import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Person } from '../platform/auth/person.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Problem } from '../platform/http/problem.js';
import { AccountEntity } from './account.entity.js';
import { PasswordGuessesService } from './password-guesses.service.js';
import { fits } from './passwords.js';
import { wrongPassword } from './users.contract.js';

/** Asks a signed-in person for their password again, before an act that a stolen session must not do. */
@Injectable()
export class PresentPasswordService {
  constructor(
    private readonly database: DataSource,
    private readonly guesses: PasswordGuessesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Answers the account whose password fitted. Checking takes a moment: who writes afterwards locks the account and calls `refuseChanged`, so
   * that a password that was replaced meanwhile allows nothing.
   */
  async check(me: Person, password: string): Promise<AccountEntity> {
    const account = await this.database.manager.findOneBy(AccountEntity, { id: me.id });
    const isRight = await this.guesses.ofPresent(me.id, () => fits(password, account?.passwordHash, this.config));
    if (!account || !isRight) throw new Problem(wrongPassword, 'Type the password you signed in with.');
    return account;
  }
}

/** Refuses when the password was replaced after it was checked. */
export function refuseChanged(checked: AccountEntity, locked: AccountEntity | null): asserts locked is AccountEntity {
  if (locked?.passwordHash !== checked.passwordHash) throw new Problem(wrongPassword, 'Your password was changed a moment ago. Type the new one.');
}
