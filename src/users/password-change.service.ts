import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Audit } from '../platform/audit/audit.js';
import type { AuditNote } from '../platform/audit/audit-note.js';
import type { Person } from '../platform/auth/person.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Clock } from '../platform/time/clock.js';
import { AccountEntity } from './account.entity.js';
import { AccountsService } from './accounts.service.js';
import { hashPassword } from './passwords.js';
import { refuseWeakPassword } from './refuse-weak-password.js';
import { SessionsService } from './sessions.service.js';

type NewPassword = Extract<AuditNote, { act: 'password-changed' | 'password-replaced' }>;

/** New passwords, with the present one or from the command line. Each ends every session. */
@Injectable()
export class PasswordChangeService {
  constructor(
    private readonly database: DataSource,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async change(me: Person, current: string, next: string): Promise<void> {
    await this.accounts.checkPassword(me, current);
    await refuseWeakPassword('next', next, await this.accounts.read(me.id));
    const chosenAt = new Date(this.clock.now().epochMilliseconds);
    await this.write({ act: 'password-changed', by: me, subject: me.id }, next, chosenAt);
  }

  /** Sets a password that Daymark made up, for the command line. */
  set(accountId: string, password: string): Promise<void> {
    return this.write({ act: 'password-replaced', by: 'command-line', subject: accountId }, password, null);
  }

  private async write(note: NewPassword, password: string, passwordChosenAt: Date | null): Promise<void> {
    const passwordHash = await hashPassword(password, this.config);
    await this.database.transaction(async (tx) => {
      await tx.update(AccountEntity, { id: note.subject }, { passwordHash, passwordChosenAt });
      await this.sessions.endAll(tx, note.subject, 'password-changed');
      await this.audit.record(tx, note);
    });
  }
}
