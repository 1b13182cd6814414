import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { Audit } from '../platform/audit/audit.js';
import type { Person } from '../platform/auth/person.js';
import { Problem } from '../platform/http/problem.js';
import { Clock } from '../platform/time/clock.js';
import { AccountEntity } from './account.entity.js';
import { PasswordGuessesService } from './password-guesses.service.js';
import { PasswordReplacementService } from './password-replacement.service.js';
import { PasswordResetEntity } from './password-reset.entity.js';
import { lockChecked, PresentPasswordService } from './present-password.service.js';
import { refuseWeakPassword } from './refuse-weak-password.js';
import { hashOf } from './tokens.js';
import { linkUsedUp } from './users.contract.js';

interface NewPassword {
  password: string;
  /** Whether personal access tokens and the calendar address end too. */
  revokeAccess: boolean;
}

/** Sets new passwords: with the current one, with a link from a mail, or from the command line. */
@Injectable()
export class PasswordChangeService {
  constructor(
    private readonly database: DataSource,
    private readonly presentPassword: PresentPasswordService,
    private readonly guesses: PasswordGuessesService,
    private readonly replacement: PasswordReplacementService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async change(me: Person, { current, next, revokeAccess }: { current: string; next: string; revokeAccess: boolean }): Promise<void> {
    const checked = await this.presentPassword.check(me, current);
    await refuseWeakPassword('next', next, checked);
    const passwordHash = await this.replacement.hash(next);
    await this.database.transaction(async (tx) => {
      const account = await lockChecked(tx, me, checked);
      await this.replacement.replace(tx, account, { passwordHash, revokeAccess });
      await this.audit.record(tx, { act: 'password-changed', by: me, subject: me.id, detail: { accessRevoked: revokeAccess } });
    });
    this.replacement.send();
  }

  /** Sets a password with a link. A weak password leaves the link usable. */
  async reset(token: string, { password, revokeAccess }: NewPassword, { address }: Pick<Person, 'address'>): Promise<void> {
    const now = new Date(this.clock.now().epochMilliseconds);
    const account = await this.database.transaction(async (tx) => {
      const account = await this.accountOf(tx, token, now);
      await refuseWeakPassword('password', password, account);
      // Somebody else may have registered this address and created tokens or a calendar address before its owner came.
      const isFirstProof = account.emailConfirmedAt === null;
      // The link came by mail, so the person who uses it reads the mail at this address.
      account.emailConfirmedAt ??= now;
      await tx.update(AccountEntity, { id: account.id }, { emailConfirmedAt: account.emailConfirmedAt });
      const passwordHash = await this.replacement.hash(password);
      const accessRevoked = revokeAccess || isFirstProof;
      await this.replacement.replace(tx, account, { passwordHash, revokeAccess: accessRevoked });
      // The link shows that it is the owner of the account.
      const by = { id: account.id, ...(address && { address }) };
      await this.audit.record(tx, { act: 'password-reset-used', by, subject: account.id, detail: { accessRevoked } });
      return account;
    });
    this.replacement.send();
    await this.guesses.forget(account);
  }

  /** Locks the account before it reads the link again, as every other change of both does. */
  private async accountOf(tx: EntityManager, token: string, now: Date): Promise<AccountEntity> {
    const unused = { hash: hashOf(token), usedAt: IsNull() };
    const known = await tx.findOneBy(PasswordResetEntity, unused);
    const account = known && (await lock(tx, known.accountId));
    const link = account && (await tx.findOneBy(PasswordResetEntity, unused));
    if (!account || account.deactivatedAt || !link || link.expiresAt <= now) throw new Problem(linkUsedUp, 'Ask for a new one on the sign-in page.');
    return account;
  }

  /** Sets a password that Daymark made up, for the command line. */
  async set(accountId: string, password: string): Promise<void> {
    const passwordHash = await this.replacement.hash(password);
    await this.database.transaction(async (tx) => {
      const account = await lock(tx, accountId);
      if (!account) return;
      await this.replacement.replace(tx, account, { passwordHash, isMadeUp: true, revokeAccess: true });
      await this.audit.record(tx, { act: 'password-replaced', by: 'command-line', subject: accountId });
    });
    // No trigger for the mail, because the command ends at once. The next tick of a worker finds the mail.
  }
}

const lock = (tx: EntityManager, id: string) => tx.findOne(AccountEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
