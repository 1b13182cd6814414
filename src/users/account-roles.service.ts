import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Audit } from '../platform/audit/audit.js';
import type { AccountRole } from '../platform/auth/permission.contract.js';
import type { Person } from '../platform/auth/person.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Problem } from '../platform/http/problem.js';
import { Clock } from '../platform/time/clock.js';
import type { AccountEntity } from './account.entity.js';
import { AccountRoleEntity } from './account-role.entity.js';
import { Admins } from './admins.service.js';
import { emailConfirmationOf } from './email-confirmations/email-confirmation-state.js';
import { personUnconfirmed } from './users.contract.js';

const ORDER: readonly AccountRole[] = ['learner', 'mentor', 'admin'];

/** The account roles of an account before and after a change. */
export interface ChangedRoles {
  before: AccountRole[];
  after: AccountRole[];
}

/** The roles of accounts, and who gave them. */
@Injectable()
export class AccountRolesService {
  constructor(
    private readonly database: DataSource,
    private readonly admins: Admins,
    private readonly audit: Audit,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async of(accountId: string, tx: EntityManager = this.database.manager): Promise<AccountRole[]> {
    const rows = await tx.findBy(AccountRoleEntity, { accountId });
    return inOrder(rows.map(({ role }) => role));
  }

  /** Gives account roles. Roles that the account already has stay unchanged. */
  async grant(tx: EntityManager, accountId: string, roles: readonly AccountRole[], by: Pick<Person, 'id'> | null): Promise<void> {
    const grantedAt = new Date(this.clock.now().epochMilliseconds);
    const rows = roles.map((role) => ({ accountId, role, grantedAt, grantedBy: by?.id ?? null }));
    await tx.createQueryBuilder().insert().into(AccountRoleEntity).values(rows).orIgnore().execute();
  }

  /** Sets exactly these roles, and records the change. Lock the account roles before (`Admins`). */
  async replace(tx: EntityManager, admin: Person, account: AccountEntity, roles: readonly AccountRole[]): Promise<ChangedRoles> {
    const { id } = account;
    const [before, after] = [await this.of(id, tx), inOrder(roles)];
    if (before.join() === after.join()) return { before, after };
    this.refuseUnconfirmed(
      account,
      after.filter((role) => !before.includes(role)),
    );
    await tx.createQueryBuilder().delete().from(AccountRoleEntity).where('account_id = :id and role not in (:...after)', { id, after }).execute();
    await this.grant(tx, id, after, admin);
    await this.audit.record(tx, { act: 'account-roles-changed', by: admin, subject: id, before: { roles: before }, after: { roles: after } });
    return { before, after };
  }

  /** Refuses when nobody would be admin without this account. */
  keepAnAdmin(tx: EntityManager, accountId: string): Promise<void> {
    return this.admins.keepOne(tx, accountId);
  }

  /** Admins know people by their address, and anybody can register with the address of somebody else. */
  private refuseUnconfirmed({ emailConfirmedAt }: AccountEntity, given: readonly AccountRole[]): void {
    if (given.every((role) => role === 'learner') || emailConfirmationOf(emailConfirmedAt, this.config) === 'confirmed') return;
    throw new Problem(personUnconfirmed, 'It may belong to somebody else. If you know the person, confirm the address first.');
  }
}

const inOrder = (roles: readonly AccountRole[]): AccountRole[] => ORDER.filter((role) => roles.includes(role));
