import { once } from 'node:events';
import type pg from 'pg';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';
import { finished } from 'node:stream/promises';
import { BackupFault } from '../backup-fault.js';
import type { End, Manifest } from '../format/manifest.js';
import { quoted, type TableShape } from '../tables/catalog.js';
import { sumOf } from '../tables/copy-out.js';
import { STAGING } from './staging.js';

/** Loads the rows of a backup into the staging schema as they come, and checks afterwards that all of them are there. */
export class Loader {
  private open: { table: string; copy: CopyStreamQuery } | undefined;

  constructor(
    private readonly client: pg.Client,
    private readonly tables: readonly TableShape[],
    private readonly manifest: Manifest,
  ) {}

  async rows(table: string, bytes: Uint8Array): Promise<void> {
    // A table in Daymark's schema that is not Daymark's.
    if (!this.tables.some(({ name }) => name === table)) return;
    if (this.open?.table !== table) {
      await this.close();
      this.open = { table, copy: this.client.query(copyFrom(`copy ${STAGING}.${quoted(table)} (${this.columnsOf(table)}) from stdin`)) };
      this.open.copy.on('error', () => undefined);
    }
    const { copy } = this.open;
    // A pending drain must not outlive an error.
    if (!copy.write(bytes)) await Promise.race([once(copy, 'drain'), finished(copy)]);
  }

  /** After the last row. */
  async close(): Promise<void> {
    const { copy } = this.open ?? {};
    this.open = undefined;
    if (!copy) return;
    copy.end();
    await finished(copy);
  }

  /** Reads all tables again and compares rows, bytes and digests. */
  async check(end: End): Promise<void> {
    for (const { name } of this.tables) {
      const columns = this.manifest.tables.find((table) => table.name === name)?.columns ?? [];
      const [loaded, said] = [await sumOf(this.client, STAGING, { name, columns }), end.tables[name]];
      if (loaded.rows !== said?.rows || loaded.bytes !== said.bytes || loaded.digest !== said.digest)
        throw new BackupFault(`The table ${name} differs from the backup after loading (${loaded.rows} of ${said?.rows ?? 0} rows). Nothing was changed.`);
    }
  }

  /** In the order of the backup. */
  private columnsOf(table: string): string {
    return (this.manifest.tables.find(({ name }) => name === table)?.columns ?? []).map(quoted).join(', ');
  }
}
