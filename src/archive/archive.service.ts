import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { DataSource, type EntityManager } from 'typeorm';
import { Audit } from '../platform/audit/audit.js';
import type { Person } from '../platform/auth/person.js';
import { FileStore } from '../platform/files/file-store.js';
import { FileStream } from '../platform/http/file-answer.js';
import { Problem } from '../platform/http/problem.js';
import { notSignedIn } from '../platform/http/problems.contract.js';
import { Clock } from '../platform/time/clock.js';
import { placeOf } from '../progress/evidence/place-of.js';
import { named, studyLogText, tableText, type Row, type Titles } from './archive-tables.js';
import { OWNED, rowsOf, type OwnedTable } from './owned-tables.js';
import { readme } from './readme.js';
import { zipStream, type ZipEntry } from './zip-stream.js';

interface Owned {
  /** By the name of the table's file. */
  rows: ReadonlyMap<string, Row[]>;
  titles: Titles;
  /** Levels of the enrollments, for the names of study logs. */
  levels: { enrollmentId: string; slug: string }[];
  files: { id: string; name: string; storedAs: string }[];
}

const TITLES = `
  with mine as (select distinct level_id from enrollment where learner_id = $1)
  select id, title from level where id in (select level_id from mine)
  union all select id, title from skill where level_id in (select level_id from mine)
  union all select id, title from project where level_id in (select level_id from mine)`;
const LEVELS = `
  select enrollment.id as "enrollmentId", level.slug from enrollment join level on level.id = enrollment.level_id
  where enrollment.learner_id = $1 order by enrollment.id`;
const FILES = `
  select file.id, file.name, file.stored_as as "storedAs" from evidence_file file
  join enrollment on enrollment.id = file.enrollment_id where enrollment.learner_id = $1 order by file.uploaded_at`;

/** PostgreSQL's code for a row that another transaction changed after our snapshot (serialization_failure). */
const SERIALIZATION_FAILURE = '40001';
const TRIES = 3;

/** All data of a person as one ZIP file to download. */
@Injectable()
export class ArchiveService {
  constructor(
    private readonly database: DataSource,
    private readonly store: FileStore,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The rows are of one moment; files follow one by one while it is sent. */
  async download(me: Person): Promise<FileStream> {
    const owned = await this.snapshot(me);
    const at = this.clock.now().round('second');
    const day = at.toString().slice(0, 10);
    const stream = Readable.from(zipStream(this.entries(owned, `daymark-${day}`, at.toString()), new Date(at.epochMilliseconds)), { objectMode: false });
    return new FileStream(`daymark-${day}.zip`, 'application/zip', stream);
  }

  /** PostgreSQL refuses to lock an account that was changed or deleted after the snapshot was taken. A new snapshot shows which of the two. */
  private async snapshot(me: Person, triesLeft = TRIES): Promise<Owned> {
    try {
      return await this.database.transaction('REPEATABLE READ', async (tx) => {
        const account = await tx.query<unknown[]>('select from account where id = $1 for key share', [me.id]);
        if (account.length === 0) throw new Problem(notSignedIn, 'This account was deleted.');
        await this.audit.record(tx, { act: 'archive-downloaded', by: me, subject: me.id });
        return this.owned(tx, me.id);
      });
    } catch (error) {
      if (triesLeft === 0 || (error as { code?: unknown }).code !== SERIALIZATION_FAILURE) throw error;
      return this.snapshot(me, triesLeft - 1);
    }
  }

  private async owned(tx: EntityManager, accountId: string): Promise<Owned> {
    const rows = new Map<string, Row[]>();
    for (const table of OWNED)
      rows.set(
        table.name,
        (await tx.query<{ row: Row }[]>(rowsOf(table), [accountId])).map(({ row }) => row),
      );
    const titles = await tx.query<{ id: string; title: string }[]>(TITLES, [accountId]);
    return {
      rows,
      titles: new Map(titles.map(({ id, title }) => [id, title])),
      levels: await tx.query<Owned['levels']>(LEVELS, [accountId]),
      files: await tx.query<Owned['files']>(FILES, [accountId]),
    };
  }

  private async *entries({ rows, titles, levels, files }: Owned, folder: string, at: string): AsyncGenerator<ZipEntry> {
    const text = (path: string, content: string): ZipEntry => ({ path: `${folder}/${path}`, bytes: Buffer.from(content) });
    const all = Object.fromEntries([...rows].map(([name, each]) => [name, each.map(named)]));
    yield text('everything.json', `${JSON.stringify({ writtenAt: at, titles: Object.fromEntries(titles), ...all }, null, 2)}\n`);
    for (const table of OWNED) yield text(`tables/${table.name}.csv`, tableText(this.columnsOf(table), rows.get(table.name) ?? []));
    for (const [i, { enrollmentId, slug }] of levels.entries()) {
      const entries = (rows.get('study-entries') ?? []).filter((entry) => entry['enrollment_id'] === enrollmentId);
      yield text(`study-logs/${i + 1}-${slug}.csv`, studyLogText(entries, titles));
    }
    const missing: string[] = [];
    for (const { id, name, storedAs } of files) {
      const kept = await this.store.get(placeOf(storedAs));
      if (kept) yield { path: `${folder}/files/${id}/${name}`, bytes: await buffer(kept), isCompressed: true };
      else missing.push(name);
    }
    yield text('README.txt', readme(at, missing));
  }

  /** By the entity, so that a table without rows has its header too. */
  private columnsOf({ table, without = [] }: OwnedTable): string[] {
    const entity = this.database.entityMetadatas.find(({ tableName }) => tableName === table);
    if (!entity) throw new Error(`There is no table ${table}`);
    return entity.columns.map(({ databaseName }) => databaseName).filter((column) => !without.includes(column));
  }
}
