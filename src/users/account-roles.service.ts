import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Audit } from '../platform/audit/audit.js';
import type { Person } from '../platform/auth/person.js';
import type { AccountRole } from '../platform/auth/permission.contract.js';
import { Problem } from '../platform/http/problem.js';
import { notFound, notPermitted } from '../platform/http/problems.contract.js';
import { Clock } from '../platform/time/clock.js';
import { SessionLookup } from './access/session-lookup.service.js';
import { AccountEntity } from './account.entity.js';
import { AccountRoleEntity } from './account-role.entity.js';
import { MentorDuties } from './mentor-duties.js';
import { lastAdmin, learnersLeft, notAMentor, type RolesChange } from './users.contract.js';

/** What accounts may be, and by whose word. */
@Injectable()
export class AccountRolesService {
  constructor(
    private readonly database: DataSource,
    private readonly audit: Audit,
    private readonly lookup: SessionLookup,
    private readonly duties: MentorDuties,
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

  /** Sets exactly these; somebody must stay admin. In force at once in this process, and within five seconds in others. */
  async set(admin: Person, accountId: string, { accountRoles: roles, learnersTo }: RolesChange): Promise<void> {
    await this.database.transaction(async (tx) => {
      const admins = await this.lockAdmins(tx);
      // Of two admins who demote each other at the same moment, the second is not an admin anymore.
      if (!admins.includes(admin.id)) throw new Problem(notPermitted, 'You’re no longer an admin.');
      if (!(await tx.existsBy(AccountEntity, { id: accountId }))) throw new Problem(notFound, 'There is no such account.');
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
      await this.record(tx, admin, accountId, { before, after });
      const isMentorTaken = before.includes('mentor') && !after.includes('mentor');
      if (isMentorTaken) await this.handOver(tx, admin, accountId, learnersTo);
      // A new mentor starts without learners: old assignments do not come back with the role.
      else if (!before.includes('mentor')) await this.duties.handOver(tx, admin, accountId, null);
    });
    // Handing many learners over takes longer than the first call covers.
    this.lookup.forget(accountId);
  }

  /**
   * Refuses an account without the account role mentor. Until the transaction ends, the role cannot be removed: whoever removes it waits, and
   * then finds the new assignment. Call this before you lock an enrollment, as removing the role does.
   */
  async holdMentor(tx: EntityManager, accountId: string): Promise<void> {
    const role = await tx.findOne(AccountRoleEntity, { where: { accountId, role: 'mentor' }, lock: { mode: 'pessimistic_read' } });
    if (!role) throw new Problem(notAMentor, 'Choose someone with the account role mentor, or give this account the role first.');
  }

  /** Ends the assignments of a mentor whose account is deleted, so that the history of each learner says so. */
  async endMentoring(tx: EntityManager, me: Person): Promise<void> {
    // Before the enrollments, as everywhere; deleting the account would lock it after them.
    await tx.query('select from account_role where account_id = $1 for update', [me.id]);
    return this.duties.handOver(tx, me, me.id, null);
  }

  /** Refuses to leave learners without a mentor unless that was asked for. */
  private async handOver(tx: EntityManager, admin: Person, mentorId: string, successorId: string | null | undefined): Promise<void> {
    const learners = await this.duties.countLearners(tx, mentorId);
    if (learners === 0) return;
    if (successorId === undefined) {
      const who = learners === 1 ? '1 learner' : `${learners} learners`;
      throw new Problem(learnersLeft, `${who} would have no mentor. Choose a new mentor, or confirm that there is none.`, { learners });
    }
    if (successorId) await this.holdMentor(tx, successorId);
    await this.duties.handOver(tx, admin, mentorId, successorId);
  }

  private async record(tx: EntityManager, by: Person, subject: string, { before, after }: Record<'before' | 'after', AccountRole[]>): Promise<void> {
    if (before.join() === after.join()) return;
    await this.audit.record(tx, { act: 'account-roles-changed', by, subject, before: { roles: before }, after: { roles: after } });
  }

  /** Refuses when nobody would be admin without this account. */
  async keepAnAdmin(tx: EntityManager, accountId: string): Promise<void> {
    refuseLastAdmin(await this.lockAdmins(tx), accountId);
  }

  /** Who is an admin. They stay so until the transaction ends: two cannot leave at once. */
  private async lockAdmins(tx: EntityManager): Promise<string[]> {
    const admins = await tx.find(AccountRoleEntity, { where: { role: 'admin' }, order: { accountId: 'asc' }, lock: { mode: 'pessimistic_write' } });
    return admins.map(({ accountId }) => accountId);
  }
}

function refuseLastAdmin(admins: readonly string[], accountId: string): void {
  if (admins.length === 1 && admins[0] === accountId) throw new Problem(lastAdmin, 'Make somebody else an admin first.');
}

const ORDER: readonly AccountRole[] = ['learner', 'mentor', 'admin'];
