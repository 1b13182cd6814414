import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Person } from '../platform/auth/person.js';
import type { AccountRole } from '../platform/auth/permission.contract.js';
import { Problem } from '../platform/http/problem.js';
import { notFound } from '../platform/http/problems.contract.js';
import { Clock } from '../platform/time/clock.js';
import { AccountEntity } from './account.entity.js';
import { AccountRoleEntity } from './account-role.entity.js';
import { lastAdmin } from './users.contract.js';

/** What accounts may be, and by whose word. */
@Injectable()
export class AccountRolesService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async of(accountId: string, tx: EntityManager = this.database.manager): Promise<AccountRole[]> {
    const rows = await tx.findBy(AccountRoleEntity, { accountId });
    return rows.map(({ role }) => role).sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  }

  /** Gives account roles; those already held stay as they were given. */
  async grant(tx: EntityManager, accountId: string, roles: readonly AccountRole[], by: Person | null): Promise<void> {
    const grantedAt = new Date(this.clock.now().epochMilliseconds);
    const rows = roles.map((role) => ({ accountId, role, grantedAt, grantedBy: by?.id ?? null }));
    await tx.createQueryBuilder().insert().into(AccountRoleEntity).values(rows).orIgnore().execute();
  }

  /** Sets exactly these; somebody must stay admin. The person's access token shows it within 15 minutes, or at the next sign-in. */
  async set(admin: Person, accountId: string, roles: readonly AccountRole[]): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (!(await tx.existsBy(AccountEntity, { id: accountId }))) throw new Problem(notFound, 'There is no such account.');
      if (!roles.includes('admin')) await this.keepAnAdmin(tx, accountId);
      await tx
        .createQueryBuilder()
        .delete()
        .from(AccountRoleEntity)
        .where('account_id = :accountId and role not in (:...roles)', { accountId, roles })
        .execute();
      await this.grant(tx, accountId, roles, admin);
    });
  }

  /** Refuses when nobody would be admin without this account. Locks the admins, so that two cannot leave at once. */
  async keepAnAdmin(tx: EntityManager, accountId: string): Promise<void> {
    const admins = await tx.find(AccountRoleEntity, { where: { role: 'admin' }, order: { accountId: 'asc' }, lock: { mode: 'pessimistic_write' } });
    if (admins.length === 1 && admins[0]?.accountId === accountId) throw new Problem(lastAdmin, 'Make somebody else an admin first.');
  }
}

const ORDER: readonly AccountRole[] = ['learner', 'mentor', 'admin'];
