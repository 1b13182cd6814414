import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Audit } from '../platform/audit/audit.js';
import type { Person } from '../platform/auth/person.js';
import type { AccountRole } from '../platform/auth/permission.contract.js';
import { Problem } from '../platform/http/problem.js';
import { notFound } from '../platform/http/problems.contract.js';
import { Clock } from '../platform/time/clock.js';
import { SessionLookup } from './access/session-lookup.service.js';
import { AccountEntity } from './account.entity.js';
import { AccountRoleEntity } from './account-role.entity.js';
import { Admins, refuseLastAdmin } from './admins.service.js';
import { LearnerHandover } from './learner-handover.service.js';
import { SecurityNoticesService } from './security-notices/security-notices.service.js';
import type { RolesChange } from './users.contract.js';

/** The roles of accounts, and who gave them. */
@Injectable()
export class AccountRolesService {
  constructor(
    private readonly database: DataSource,
    private readonly audit: Audit,
    private readonly lookup: SessionLookup,
    private readonly admins: Admins,
    private readonly handover: LearnerHandover,
    private readonly notices: SecurityNoticesService,
    private readonly clock: Clock,
  ) {}

  async of(accountId: string, tx: EntityManager = this.database.manager): Promise<AccountRole[]> {
    const rows = await tx.findBy(AccountRoleEntity, { accountId });
    return rows.map(({ role }) => role).sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  }

  /** Gives account roles. Roles that the account already has stay unchanged. */
  async grant(tx: EntityManager, accountId: string, roles: readonly AccountRole[], by: Pick<Person, 'id'> | null): Promise<void> {
    const grantedAt = new Date(this.clock.now().epochMilliseconds);
    const rows = roles.map((role) => ({ accountId, role, grantedAt, grantedBy: by?.id ?? null }));
    await tx.createQueryBuilder().insert().into(AccountRoleEntity).values(rows).orIgnore().execute();
  }

  /** Sets exactly these roles. There must still be an admin. Takes effect at once in this process, and within five seconds in others. */
  async set(admin: Person, accountId: string, { accountRoles: roles, learnersTo }: RolesChange): Promise<void> {
    await this.database.transaction(async (tx) => {
      const admins = await this.admins.lockFor(tx, admin);
      const account = await tx.findOneBy(AccountEntity, { id: accountId });
      if (!account) throw new Problem(notFound, 'There is no such account.');
      if (!roles.includes('admin')) refuseLastAdmin(admins, accountId);
      const before = await this.of(accountId, tx);
      await tx
        .createQueryBuilder()
        .delete()
        .from(AccountRoleEntity)
        .where('account_id = :accountId and role not in (:...roles)', { accountId, roles })
        .execute();
      await this.grant(tx, accountId, roles, admin);
      this.lookup.forget(accountId);
      const after = ORDER.filter((role) => roles.includes(role));
      const change = { given: after.filter((role) => !before.includes(role)), taken: before.filter((role) => !after.includes(role)) };
      await this.record(tx, admin, accountId, { before, after });
      await this.notices.rolesChanged(tx, account, change);
      const isMentorTaken = before.includes('mentor') && !after.includes('mentor');
      if (isMentorTaken) await this.handover.handOver(tx, admin, accountId, learnersTo);
      // A new mentor starts without learners: old assignments do not come back with the role.
      else if (!before.includes('mentor')) await this.handover.end(tx, admin, accountId);
    });
    // Again, because handing over many learners takes longer than the first call covers.
    this.lookup.forget(accountId);
    this.notices.send();
  }

  private async record(tx: EntityManager, by: Person, subject: string, { before, after }: Record<'before' | 'after', AccountRole[]>): Promise<void> {
    if (before.join() === after.join()) return;
    await this.audit.record(tx, { act: 'account-roles-changed', by, subject, before: { roles: before }, after: { roles: after } });
  }

  /** Refuses when nobody would be admin without this account. */
  keepAnAdmin(tx: EntityManager, accountId: string): Promise<void> {
    return this.admins.keepOne(tx, accountId);
  }
}

const ORDER: readonly AccountRole[] = ['learner', 'mentor', 'admin'];
