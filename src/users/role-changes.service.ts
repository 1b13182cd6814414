import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Person } from '../platform/auth/person.js';
import { Problem } from '../platform/http/problem.js';
import { notFound } from '../platform/http/problems.contract.js';
import { SessionLookup } from './access/session-lookup.service.js';
import { AccountEntity } from './account.entity.js';
import { AccountRolesService } from './account-roles.service.js';
import { Admins, refuseLastAdmin } from './admins.service.js';
import { LearnerHandover } from './learner-handover.service.js';
import { SecurityNoticesService } from './security-notices/security-notices.service.js';
import type { RolesChange } from './users.contract.js';

/** Changes of account roles by admins. */
@Injectable()
export class RoleChangesService {
  constructor(
    private readonly database: DataSource,
    private readonly roles: AccountRolesService,
    private readonly lookup: SessionLookup,
    private readonly admins: Admins,
    private readonly handover: LearnerHandover,
    private readonly notices: SecurityNoticesService,
  ) {}

  /** Sets exactly these roles. There must still be an admin. Takes effect at once in this process, and within five seconds in others. */
  async set(admin: Person, accountId: string, { accountRoles, learnersTo }: RolesChange): Promise<void> {
    await this.database.transaction(async (tx) => {
      const admins = await this.admins.lockFor(tx, admin);
      const account = await tx.findOneBy(AccountEntity, { id: accountId });
      if (!account) throw new Problem(notFound, 'There is no such account.');
      if (!accountRoles.includes('admin')) refuseLastAdmin(admins, accountId);
      const { before, after } = await this.roles.replace(tx, admin, account, accountRoles);
      this.lookup.forget(accountId);
      const change = { given: after.filter((role) => !before.includes(role)), taken: before.filter((role) => !after.includes(role)) };
      await this.notices.rolesChanged(tx, account, change);
      if (change.taken.includes('mentor')) await this.handover.handOver(tx, admin, accountId, learnersTo);
      // A new mentor starts without learners: old assignments do not come back with the role.
      else if (!before.includes('mentor')) await this.handover.end(tx, admin, accountId);
    });
    // Again, because handing over many learners takes longer than the first call covers.
    this.lookup.forget(accountId);
    this.notices.send();
  }
}
