import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../time/clock.js';

export interface AuditNote {
  /** Null for the command line, and for what Daymark does by itself. */
  by: { id: string; name: string } | null;
  /** A stable slug: `waiver-granted`. */
  act: string;
  /** `id`: an id or a slug; null for what is gone. */
  subject: { kind: string; id: string | null; label: string };
  /** Reason and circumstances; name nobody here without their id. */
  detail?: Record<string, unknown>;
}

/** Where features write down who decided what. */
@Injectable()
export class Audit {
  constructor(private readonly clock: Clock) {}

  /** In the transaction of its cause, so that there is neither without the other. */
  async note(tx: EntityManager, { by, act, subject, detail = {} }: AuditNote): Promise<void> {
    await tx.query(
      `insert into audit_entry (id, at, by_id, by_name, act, subject_kind, subject_id, subject_label, detail) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [uuidv7(), this.clock.now().toString(), by?.id ?? null, by?.name ?? '', act, subject.kind, subject.id, subject.label, JSON.stringify(detail)],
    );
  }

  /** Takes a person out of every entry, in the transaction that deletes their account; that it was done, and when, stays. */
  async forget(tx: EntityManager, personId: string): Promise<void> {
    await tx.query(
      `update audit_entry set
         by_id = nullif(by_id, $1::uuid), by_name = case when by_id = $1::uuid then '' else by_name end,
         subject_id = nullif(subject_id, $1::text), subject_label = case when subject_id = $1::text then '' else subject_label end,
         detail = case when subject_id = $1::text or strpos(detail::text, $1::text) > 0 then '{}' else detail end
       where by_id = $1::uuid or subject_id = $1::text or strpos(detail::text, $1::text) > 0`,
      [personId],
    );
  }
}
