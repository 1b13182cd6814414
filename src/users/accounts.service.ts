import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Person } from '../platform/auth/person.js';
import type { AccountRole } from '../platform/auth/permission.contract.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Problem } from '../platform/http/problem.js';
import { notFound } from '../platform/http/problems.contract.js';
import { emailKey } from '../platform/mail/email-address.contract.js';
import { Triggers } from '../platform/queue/triggers.js';
import { Clock } from '../platform/time/clock.js';
import { Worklist } from '../platform/worklist/worklist.js';
import { AccountEntity } from './account.entity.js';
import { AccountRolesService } from './account-roles.service.js';
import { emailConfirmationOf } from './email-confirmations/email-confirmation-state.js';
import { hashPassword } from './passwords.js';
import { emailTaken, type Account, type AccountChange } from './users.contract.js';

export interface NewAccount {
  /** Of the invitation that it comes from, so that what is known of the person has one id; else a new one. */
  id?: string;
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
  /** The admin who gave the roles; absent for registration and the command line. */
  rolesBy?: string;
}

/** Work about an account whose days begin at other moments than before. */
const DUE_BY_THE_CLOCK = ['reminder-rule', 'day-zone'] as const;

/** Creates, reads and changes accounts. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: DataSource,
    private readonly roles: AccountRolesService,
    private readonly worklist: Worklist,
    private readonly triggers: Triggers,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Makes an account, within a larger transaction if there is one; refuses an address that has one. */
  async create(
    { email, name, timeZone, roles, isPasswordMadeUp = false, isSelfMade = false, rolesBy, id = uuidv7(), ...given }: NewAccount,
    within: EntityManager = this.database.manager,
  ): Promise<Account> {
    const passwordHash = given.passwordHash ?? (given.password === undefined ? null : await hashPassword(given.password, this.config));
    const createdAt = this.now();
    const passwordChosenAt = passwordHash === null || isPasswordMadeUp ? null : createdAt;
    const account = {
      id,
      email,
      emailKey: emailKey(email),
      emailConfirmedAt: isSelfMade && this.config.DAYMARK_CONFIRM_ADDRESSES === 'on' ? null : createdAt,
      emailConfirmedBy: null,
      deactivatedAt: null,
      deactivatedBy: null,
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
      await this.roles.grant(tx, account.id, roles, rolesBy === undefined ? null : { id: rolesBy });
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

  /** Changes name, time zone or day start. Days already logged keep their dates; work that is due by the clock is scheduled again. */
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

  private now(): Date {
    return new Date(this.clock.now().epochMilliseconds);
  }
}
