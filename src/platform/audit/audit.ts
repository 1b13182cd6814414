import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../time/clock.js';
import type { AuditNote } from './audit-note.js';
import { AuditedPeople } from './audited-people.js';
import { entryOf, peopleIn } from './entry-of.js';

/** Where features record who did what. */
@Injectable()
export class Audit {
  constructor(
    private readonly people: AuditedPeople,
    private readonly clock: Clock,
  ) {}

  /** Call it in the transaction of the act, so that both are saved or neither is. */
  record(tx: EntityManager, note: AuditNote): Promise<void> {
    return this.recordAll(tx, [note]);
  }

  /** Several entries in their order, with two statements for any number of them. */
  async recordAll(tx: EntityManager, notes: readonly AuditNote[]): Promise<void> {
    if (notes.length === 0) return;
    const people = await this.people.find(tx, [...new Set(notes.flatMap(peopleIn))].sort());
    const at = this.clock.now().toString();
    const entries = notes.map((note) => ({ id: uuidv7(), at, ...entryOf(note, people) }));
    await tx.query(
      `insert into audit_entry (id, at, act, by_kind, by_id, subject_kind, subject_id, subject_label, involved, persons, personal, detail)
       select id, at, act, by_kind, by_id, subject_kind, subject_id, subject_label, involved, persons, personal, detail
       from jsonb_to_recordset($1::jsonb) as entry (id uuid, at timestamptz, act text, by_kind text, by_id uuid, subject_kind text, subject_id text,
         subject_label text, involved jsonb, persons uuid[], personal jsonb, detail jsonb)`,
      [JSON.stringify(entries)],
    );
  }

  /**
   * Blanks what stands under a person's id in every entry, in the transaction that deletes their account. The entries stay, and so do all ids
   * and what stands under the ids of others. Lock the account for update before this: nobody can then write the name down again.
   */
  async forget(tx: EntityManager, personId: string): Promise<void> {
    await tx.query(
      `update audit_entry set personal = jsonb_set(personal, array[$1::text], '{}')
       where persons @> array[$1::uuid] and personal -> $1::text <> '{}'`,
      [personId],
    );
  }
}
