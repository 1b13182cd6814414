import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readCursor, writeCursor } from '../http/cursor.js';
import type { Answer, Received } from '../http/endpoint.contract.js';
import type { AuditEntry, listAuditEntries } from './audit.contract.js';

type Row = Omit<AuditEntry, 'at'> & { at: Date };

/** What was written down, for admins to read. */
@Injectable()
export class AuditTrailService {
  constructor(private readonly database: DataSource) {}

  async list({ act, subject, person, limit, cursor }: Received<typeof listAuditEntries>['query']): Promise<Answer<typeof listAuditEntries>> {
    const before = readCursor(cursor, 1) ?? [null];
    const rows = await this.database.query<Row[]>(
      `select id, at, act, detail, case when by_id is not null then json_build_object('id', by_id, 'name', by_name) end as by,
         json_build_object('kind', subject_kind, 'id', subject_id, 'label', subject_label) as subject
       from audit_entry
       where ($1::text is null or act = $1) and ($2::text is null or subject_id = $2)
         and ($3::uuid is null or by_id = $3 or subject_id = $3::text) and ($4::uuid is null or id < $4)
       order by id desc limit $5`,
      [act ?? null, subject ?? null, person ?? null, ...before, limit + 1],
    );
    const items = rows.slice(0, limit).map((row) => ({ ...row, at: row.at.toISOString() }));
    const last = items.at(-1);
    return { items, nextCursor: rows.length > limit && last ? writeCursor([last.id]) : null };
  }
}
