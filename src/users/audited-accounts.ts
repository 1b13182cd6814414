import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditedPeople, type AuditedPerson } from '../platform/audit/audited-people.js';

/** Accounts as the audit trail names them. */
@Injectable()
export class AuditedAccounts extends AuditedPeople {
  async find(tx: EntityManager, ids: readonly string[]): Promise<Map<string, AuditedPerson>> {
    // In one order, so that two who lock the same accounts do not wait for each other.
    const rows = await tx.query<(AuditedPerson & { id: string })[]>(
      'select id, name, email from account where id = any($1::uuid[]) order by id for key share',
      [ids],
    );
    return new Map(rows.map(({ id, name, email }) => [id, { name, email }]));
  }
}
