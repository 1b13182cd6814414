import { createHash, type Hash } from 'node:crypto';
import type { Entry } from './archive-stream.js';
import { ENTRY, type End, type TableSum } from './manifest.js';

const NEWLINE = 0x0a;

/** What has gone by in a backup so far. The writer puts it into the last entry, and the reader compares it with that. */
export class Tally {
  private readonly whole = createHash('sha256');
  private readonly tables = new Map<string, TableTally>();
  private counts = { files: 0, outbox: 0 };

  constructor(tables: readonly { name: string }[]) {
    for (const { name } of tables) this.tables.set(name, new TableTally());
  }

  add({ name, bytes }: Entry): void {
    this.whole.update(`${name}\0${bytes.length}\0`).update(bytes);
    if (name.startsWith(ENTRY.files)) this.counts.files++;
    if (name.startsWith(ENTRY.outbox)) this.counts.outbox++;
    const table = tableOf(name);
    if (table !== undefined) this.tables.get(table)?.add(bytes);
  }

  /** To be asked once. */
  sums(): Pick<End, 'tables' | 'files' | 'outbox' | 'sha256'> {
    const tables = Object.fromEntries([...this.tables].map(([name, table]) => [name, table.sum()]));
    return { tables, ...this.counts, sha256: this.whole.digest('hex') };
  }
}

/** Rows, bytes and digest of the text that COPY writes of a table. COPY escapes line ends in values, so each newline ends a row. */
export class TableTally {
  private readonly hash: Hash = createHash('sha256');
  private rows = 0;
  private bytes = 0;

  add(bytes: Uint8Array): void {
    this.hash.update(bytes);
    this.bytes += bytes.length;
    for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) this.rows++;
  }

  sum(): TableSum {
    return { rows: this.rows, bytes: this.bytes, sha256: this.hash.digest('hex') };
  }
}

/** The table whose rows are in the entry of this name. */
export function tableOf(name: string): string | undefined {
  return name.startsWith(ENTRY.tables) ? name.slice(ENTRY.tables.length, name.lastIndexOf('/')) : undefined;
}
