import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../platform/audit/audit.js';
import type { Person } from '../platform/auth/person.js';
import type { AccountRole } from '../platform/auth/permission.contract.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Problem } from '../platform/http/problem.js';
import { notFound } from '../platform/http/problems.contract.js';
import { emailKey } from '../platform/mail/email-address.contract.js';
import { Mail } from '../platform/mail/mail.js';
import { Triggers } from '../platform/queue/triggers.js';
import { Clock } from '../platform/time/clock.js';
import { Worklist } from '../platform/worklist/worklist.js';
import { SessionLookup } from './access/session-lookup.service.js';
import { AccountEntity } from './account.entity.js';
import { AccountRolesService } from './account-roles.service.js';
import { emailConfirmationOf } from './email-confirmations/email-confirmation-state.js';
import { PasswordGuessesService } from './password-guesses.service.js';
import { fits, hashPassword } from './passwords.js';
import { emailTaken, wrongPassword, type Account, type AccountChange } from './users.contract.js';

export interface NewAccount {
  email: string;
  name: string;
  timeZone: string;
  /** Absent for someone who sets it by a link. */
  password?: string;
  /** Instead of `password`: hashed before, so that no transaction waits for it. */
  passwordHash?: string;
  /** Made by Daymark, to be changed by whose it is. */
  isPasswordMadeUp?: boolean;
  /** By somebody who registered: whether the address is theirs is yet to be shown. */
  isSelfMade?: boolean;
  roles: readonly AccountRole[];
}

/** Work about an account whose days begin at other moments than before. */
const DUE_BY_THE_CLOCK = ['reminder-rule', 'day-zone'] as const;

/** Accounts: made, read, changed and deleted by those whose they are. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: DataSource,
    private readonly roles: AccountRolesService,
    private readonly guesses: PasswordGuessesService,
    private readonly worklist: Worklist,
    private readonly mail: Mail,
    private readonly audit: Audit,
    private readonly triggers: Triggers,
    private readonly lookup: SessionLookup,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Makes an account, within a larger transaction if there is one; refuses an address that has one. */
  async create(
    { email, name, timeZone, roles, isPasswordMadeUp = false, isSelfMade = false, ...given }: NewAccount,
    within: EntityManager = this.database.manager,
  ): Promise<Account> {
    const passwordHash = given.passwordHash ?? (given.password === undefined ? null : await hashPassword(given.password, this.config));
    const createdAt = this.now();
    const passwordChosenAt = passwordHash === null || isPasswordMadeUp ? null : createdAt;
    const account = {
      id: uuidv7(),
      email,
      emailKey: emailKey(email),
      emailConfirmedAt: isSelfMade && this.config.DAYMARK_CONFIRM_ADDRESSES === 'on' ? null : createdAt,
      emailConfirmedBy: null,
      name,
      timeZone,
      passwordHash,
      passwordChosenAt,
      createdAt,
      dayStartMinutes: 0,
      lastSeenAt: null,
    };
    await within.transaction(async (tx) => {
      const { raw } = await tx.createQueryBuilder().insert().into(AccountEntity).values(account).orIgnore().returning('id').execute();
      if ((raw as unknown[]).length === 0) throw new Problem(emailTaken, 'Sign in with it, or set a new password if you forgot yours.');
      await this.roles.grant(tx, account.id, roles, null);
    });
    return this.read(account.id, within);
  }

  async read(id: string, tx: EntityManager = this.database.manager): Promise<Account> {
    const account = await tx.findOneBy(AccountEntity, { id });
    if (!account) throw new Problem(notFound, 'There is no such account.');
    const { email, name, timeZone, dayStartMinutes, passwordChosenAt } = account;
    const accountRoles = await this.roles.of(id, tx);
    const emailConfirmation = emailConfirmationOf(account.emailConfirmedAt, this.config);
    return { id, email, emailConfirmation, name, timeZone, dayStartMinutes, accountRoles, passwordChosenAt: passwordChosenAt?.toISOString() ?? null };
  }

  /** Changes name, time zone or day start. Days already logged keep their dates; what is due by the clock is worked out anew. */
  async change(me: Person, change: AccountChange): Promise<Account> {
    const isDayMoved = change.timeZone !== undefined || change.dayStartMinutes !== undefined;
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const account = await this.database.transaction(async (tx) => {
      if (Object.keys(given).length > 0) await tx.update(AccountEntity, { id: me.id }, given);
      if (isDayMoved) for (const kind of DUE_BY_THE_CLOCK) await this.worklist.mark(tx, kind, me.id);
      return this.read(me.id, tx);
    });
    if (isDayMoved) for (const queue of ['reminders', 'enrollments'] as const) this.triggers.fire(queue);
    return account;
  }

  /** Deletes the account with all that hangs on it, and the mail to it; the last admin stays. */
  async delete(me: Person, password: string): Promise<void> {
    await this.checkPassword(me, password);
    await this.database.transaction(async (tx) => {
      await this.roles.keepAnAdmin(tx, me.id);
      await this.roles.endMentoring(tx, me);
      await this.mail.forget(tx, me.id);
      await this.audit.record(tx, { act: 'account-deleted', by: me, subject: me.id, detail: { accountRoles: await this.roles.of(me.id, tx) } });
      // Whoever is writing an entry about this person has locked the account. Wait for them, so that their entry is blanked too.
      await tx.query('select from account where id = $1 for update', [me.id]);
      await this.audit.forget(tx, me.id);
      await tx.delete(AccountEntity, { id: me.id });
      this.lookup.forget(me.id);
    });
  }

  async checkPassword(me: Person, password: string): Promise<void> {
    const account = await this.database.manager.findOneBy(AccountEntity, { id: me.id });
    if (!(await this.guesses.ofPresent(me.id, () => fits(password, account?.passwordHash, this.config))))
      throw new Problem(wrongPassword, 'Type the password you signed in with.');
  }

  private now(): Date {
    return new Date(this.clock.now().epochMilliseconds);
  }
}
