import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { FileStore } from '../../platform/files/file-store.js';
import { Clock } from '../../platform/time/clock.js';
import { placeOf } from './place-of.js';

const BATCH = 100;
/** How long a deletion can be taken back, and how long a file may lie unused. */
const KEPT_HOURS = 24;

/** Deletes what nobody has any more. Rows go first, in a transaction that orders their bytes to go; a process that dies in between loses nothing. */
@Injectable()
export class EvidenceSweep {
  constructor(
    private readonly database: DataSource,
    private readonly store: FileStore,
    private readonly clock: Clock,
  ) {}

  /** Bytes whose row is gone, or was never made. Those of a row are left alone, whoever asked. */
  async deleteBytes(storedAs: readonly string[]): Promise<void> {
    const rows = await this.database.query<{ storedAs: string }[]>('select stored_as as "storedAs" from evidence_file where stored_as = any($1::uuid[])', [
      storedAs,
    ]);
    const owned = new Set(rows.map((row) => row.storedAs));
    for (const each of storedAs) if (!owned.has(each)) await this.store.delete(placeOf(each));
  }

  /** Files that lay unused for a day, and what evidence held that was deleted a day ago. True when something went. */
  async forgetDue(): Promise<boolean> {
    const until = new Date(this.clock.now().subtract({ hours: KEPT_HOURS }).epochMilliseconds);
    const [unused] = await this.database.query<[unknown[], number]>(
      `with due as materialized (
         select id from evidence_file where used_at is null and uploaded_at <= $1 order by uploaded_at limit ${BATCH} for update skip locked
       )
       delete from evidence_file f using due where f.id = due.id and not exists (select from evidence_item i where i.file_id = f.id) returning f.id`,
      [until],
    );
    const purged = await this.purge(until);
    return unused.length > 0 || purged > 0;
  }

  private purge(until: Date): Promise<number> {
    return this.database.transaction(async (tx) => {
      const due = await tx.query<{ id: string }[]>(
        `select id from evidence where deleted_at <= $1 and purged_at is null order by deleted_at limit ${BATCH} for update skip locked`,
        [until],
      );
      const ids = due.map(({ id }) => id);
      if (ids.length === 0) return 0;
      const [items] = await tx.query<[{ fileId: string | null }[], number]>(
        'delete from evidence_item where evidence_id = any($1) returning file_id as "fileId"',
        [ids],
      );
      await tx.query('delete from evidence_file f where f.id = any($1) and not exists (select from evidence_item i where i.file_id = f.id)', [
        items.flatMap(({ fileId }) => fileId ?? []),
      ]);
      await tx.query('update evidence set purged_at = $2 where id = any($1)', [ids, new Date(this.clock.now().epochMilliseconds)]);
      return ids.length;
    });
  }
}
