import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Person } from '../platform/auth/person.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Clock } from '../platform/time/clock.js';
import { AccountEntity } from './account.entity.js';
import { AccountsService } from './accounts.service.js';
import { hashPassword } from './passwords.js';
import { refuseWeakPassword } from './refuse-weak-password.js';
import { SessionsService } from './sessions.service.js';

/** New passwords, by the present one or by whoever runs this Daymark. Each ends every session. */
@Injectable()
export class PasswordChangeService {
  constructor(
    private readonly database: DataSource,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async change(me: Person, current: string, next: string): Promise<void> {
    await this.accounts.checkPassword(me, current);
    await refuseWeakPassword('next', next, await this.accounts.read(me.id));
    await this.set(me.id, next, new Date(this.clock.now().epochMilliseconds));
  }

  /** @param passwordChosenAt nothing where it was made for the person */
  async set(accountId: string, password: string, passwordChosenAt: Date | null = null): Promise<void> {
    const passwordHash = await hashPassword(password, this.config);
    await this.database.transaction(async (tx) => {
      await tx.update(AccountEntity, { id: accountId }, { passwordHash, passwordChosenAt });
      await this.sessions.endAll(tx, accountId, 'password-changed');
    });
  }
}
