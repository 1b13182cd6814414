import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Person } from '../../platform/auth/person.js';
import { Problem } from '../../platform/http/problem.js';
import { SessionLookup } from '../access/session-lookup.service.js';
import { Admins, refuseLastAdmin } from '../admins.service.js';
import { LearnerHandover } from '../learner-handover.service.js';
import { DeactivationRecord } from './deactivation-record.service.js';
import { ownDeactivation } from './deactivation.contract.js';
import { AllAccess } from './all-access.service.js';

/** Takes away access to an account, and gives it back. Everything the person did stays as it is. */
@Injectable()
export class DeactivationsService {
  constructor(
    private readonly database: DataSource,
    private readonly admins: Admins,
    private readonly access: AllAccess,
    private readonly handover: LearnerHandover,
    private readonly record: DeactivationRecord,
    private readonly lookup: SessionLookup,
  ) {}

  /** @param learnersTo who takes over the learners of a mentor: null for nobody, undefined if nobody chose yet */
  async deactivate(admin: Person, accountId: string, learnersTo: string | null | undefined): Promise<void> {
    if (accountId === admin.id) throw new Problem(ownDeactivation, 'Ask another admin to do this.');
    await this.database.transaction(async (tx) => {
      const admins = await this.admins.lockFor(tx, admin);
      refuseLastAdmin(admins, accountId);
      if (!(await this.record.begin(tx, admin, accountId))) return;
      await this.access.end(tx, accountId, 'deactivated');
      await this.handover.handOver(tx, admin, accountId, learnersTo);
    });
    // Again, because handing over many learners takes longer than the first call covers.
    this.lookup.forget(accountId);
  }

  async reactivate(admin: Person, accountId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.admins.lockFor(tx, admin);
      await this.record.end(tx, admin, accountId);
    });
  }
}
