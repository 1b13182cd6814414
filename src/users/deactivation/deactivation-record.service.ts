import { Injectable } from '@nestjs/common';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import type { Person } from '../../platform/auth/person.js';
import { Problem } from '../../platform/http/problem.js';
import { notFound } from '../../platform/http/problems.contract.js';
import { Clock } from '../../platform/time/clock.js';
import { Worklist } from '../../platform/worklist/worklist.js';
import { AccountEntity } from '../account.entity.js';

/** When an account is deactivated and by whom, with the entries in the audit trail. Reminders follow both ways. */
@Injectable()
export class DeactivationRecord {
  constructor(
    private readonly worklist: Worklist,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** False if it is deactivated already. */
  begin(tx: EntityManager, admin: Person, accountId: string): Promise<boolean> {
    const now = new Date(this.clock.now().epochMilliseconds);
    return this.change(tx, admin, { accountId, isDeactivated: false, act: 'account-deactivated' }, { deactivatedAt: now, deactivatedBy: admin.id });
  }

  /** False if it is active already. */
  end(tx: EntityManager, admin: Person, accountId: string): Promise<boolean> {
    return this.change(tx, admin, { accountId, isDeactivated: true, act: 'account-reactivated' }, { deactivatedAt: null, deactivatedBy: null });
  }

  private async change(
    tx: EntityManager,
    admin: Person,
    { accountId, isDeactivated, act }: { accountId: string; isDeactivated: boolean; act: 'account-deactivated' | 'account-reactivated' },
    to: Pick<AccountEntity, 'deactivatedAt' | 'deactivatedBy'>,
  ): Promise<boolean> {
    const { affected } = await tx.update(AccountEntity, { id: accountId, deactivatedAt: isDeactivated ? Not(IsNull()) : IsNull() }, to);
    if (!affected && !(await tx.existsBy(AccountEntity, { id: accountId }))) throw new Problem(notFound, 'There is no such account.');
    if (!affected) return false;
    await this.worklist.mark(tx, 'reminder-rule', accountId);
    await this.audit.record(tx, { act, by: admin, subject: accountId });
    return true;
  }
}
