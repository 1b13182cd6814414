import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readCursor, writeCursor } from '../http/cursor.js';
import type { Answer, Received } from '../http/endpoint.contract.js';
import type { listAuditEntries } from './audit.contract.js';
import type { AuditEntryEntity } from './audit-entry.entity.js';
import { AUDIT_ENTRIES } from './audit-entries.sql.js';
import { presentEntry } from './present-entry.js';

/** The audit trail, for admins to read. */
@Injectable()
export class AuditTrailService {
  constructor(private readonly database: DataSource) {}

  async list({ act, subject, person, limit, cursor }: Received<typeof listAuditEntries>['query']): Promise<Answer<typeof listAuditEntries>> {
    const before = readCursor(cursor, 1) ?? [null];
    const rows = await this.database.query<AuditEntryEntity[]>(AUDIT_ENTRIES, [act ?? null, subject ?? null, person ?? null, ...before, limit + 1]);
    const items = rows.slice(0, limit).map(presentEntry);
    const last = items.at(-1);
    return { items, nextCursor: rows.length > limit && last ? writeCursor([last.id]) : null };
  }
}
