import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Person } from '../platform/auth/person.js';
import { Problem } from '../platform/http/problem.js';
import { notPermitted } from '../platform/http/problems.contract.js';
import { lastAdmin } from './users.contract.js';

/** The admins who can sign in. There is always one. */
@Injectable()
export class Admins {
  /** Refuses when nobody would be admin without this account. */
  async keepOne(tx: EntityManager, accountId: string): Promise<void> {
    refuseLastAdmin(await this.lock(tx), accountId);
  }

  /** For a change of what others may do: of two admins who stop each other at the same moment, the second is not an admin anymore. */
  async lockFor(tx: EntityManager, admin: Person): Promise<string[]> {
    const admins = await this.lock(tx);
    if (!admins.includes(admin.id)) throw new Problem(notPermitted, 'You’re no longer an admin.');
    return admins;
  }

  /** Locks the admins until the transaction ends, so that two cannot leave at the same time. */
  private async lock(tx: EntityManager): Promise<string[]> {
    await tx.query(`select from account_role where role = 'admin' order by account_id for update`);
    // Read after the lock, because a deactivation that it waited for does not change the locked rows.
    const rows = await tx.query<{ id: string }[]>(
      `select a.id from account_role r join account a on a.id = r.account_id where r.role = 'admin' and a.deactivated_at is null`,
    );
    return rows.map(({ id }) => id);
  }
}

export function refuseLastAdmin(admins: readonly string[], accountId: string): void {
  if (admins.length === 1 && admins[0] === accountId) throw new Problem(lastAdmin, 'Make somebody else an admin first.');
}
