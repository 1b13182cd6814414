import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBackup } from '../../src/backup/format/read-backup.js';
import type { End } from '../../src/backup/format/manifest.js';
import { openDatabase } from '../../src/backup/open-database.js';
import { restore, type Restore } from '../../src/backup/restore/restore.js';
import { refuseUnknownMigrations } from '../../src/backup/restore/staging.js';
import { schemaOf, tablesIn } from '../../src/backup/tables/catalog.js';
import { sumOf } from '../../src/backup/tables/copy-out.js';
import { writeBackup, type BackupWanted } from '../../src/backup/write-backup.js';
import type { Settings } from '../../src/platform/config/config.js';
import { openClient } from '../../src/platform/database/session.js';
import { fileStoreOf } from '../../src/platform/files/file-store-of.js';
import { freshDatabase, testConfig } from './daymark.js';

export const TOKEN_SECRET = 'the secret of the backed up Daymark, and long';

export function withoutSignIns({ session: _, ...others }: End['tables']): Omit<End['tables'], 'session'> {
  return others;
}

export type Restoring = { passphrase?: string; settings?: Settings } & Pick<Restore, 'agree' | 'keepsDeleted'>;

/** A place that a Daymark's data can be lost from and restored to: a database and a data folder. */
export class Place {
  readonly folder = mkdtempSync(join(tmpdir(), 'daymark-place-'));
  readonly told: string[] = [];

  constructor(
    readonly url: string,
    private readonly drop: () => Promise<void> = async () => undefined,
  ) {}

  /** As an operator gives it after a disaster: a database with nothing in it. */
  static async empty(): Promise<Place> {
    const database = await freshDatabase();
    const place = new Place(database.url, database.drop);
    await place.ask('drop schema bullmq cascade', 'drop schema public cascade', 'create schema public');
    return place;
  }

  get settings() {
    return testConfig({ DATABASE_URL: this.url, DAYMARK_DATA_DIR: this.folder, DAYMARK_TOKEN_SECRET: TOKEN_SECRET });
  }

  backsUp(file: string, more: Partial<BackupWanted> = {}): Promise<End> {
    return writeBackup({ settings: this.settings, file, madeAt: '2026-03-02T09:00:00Z', tell: this.tell, ...more });
  }

  /** As `npm run restore` does it: checks, then restores. */
  async restores(file: string, { passphrase, settings = this.settings as Settings, ...how }: Restoring = {}) {
    const { manifest } = await readBackup(file, passphrase);
    refuseUnknownMigrations(manifest);
    const database = await openDatabase(settings, { tell: this.tell, isAlone: true });
    try {
      await restore({ file, passphrase, manifest, settings, store: fileStoreOf(settings), database, tell: this.tell, ...how });
    } finally {
      await database.close();
    }
  }

  async ask<Row>(...statements: string[]): Promise<Row[]> {
    const client = await openClient({ connectionString: this.url });
    try {
      let rows: Row[] = [];
      for (const sql of statements) ({ rows } = (await client.query(sql)) as unknown as { rows: Row[] });
      return rows;
    } finally {
      await client.end();
    }
  }

  /** Rows, bytes and digest of every table, by name. */
  async content(): Promise<End['tables']> {
    const client = await openClient({ connectionString: this.url });
    try {
      const schema = await schemaOf(client);
      const sums: End['tables'] = {};
      for (const table of await tablesIn(client, schema)) sums[table.name] = await sumOf(client, schema, table);
      return sums;
    } finally {
      await client.end();
    }
  }

  /** The tables that a restore leaves as they were in the backup: it ends all sign-ins. */
  async contentButSignIns(): Promise<Omit<End['tables'], 'session'>> {
    return withoutSignIns(await this.content());
  }

  /** Schemas that a restore uses besides the one in use. */
  async schemas(): Promise<string[]> {
    return (await this.ask<{ name: string }>(`select nspname as name from pg_namespace where nspname like 'daymark%' order by 1`)).map(({ name }) => name);
  }

  async remove(): Promise<void> {
    await this.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private readonly tell = (line: string) => void this.told.push(line);
}
