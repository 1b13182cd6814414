import { createHash, hash } from 'node:crypto';
import type { Entry } from './archive-stream.js';
import { ENTRY, type End, type TableSum } from './manifest.js';

const NEWLINE = 0x0a;

/** Counts and hashes of the entries so far. The writer stores them in the last entry, and the reader compares its own with those. */
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

  /** Call it only once. */
  sums(): Pick<End, 'tables' | 'files' | 'outbox' | 'sha256'> {
    const tables = Object.fromEntries([...this.tables].map(([name, table]) => [name, table.sum()]));
    return { tables, ...this.counts, sha256: this.whole.digest('hex') };
  }
}

/**
 * Rows, bytes and digest of the text that COPY writes of a table. COPY escapes line ends in values, so each newline ends a row. The digest is
 * the sum of the rows' hashes: PostgreSQL promises no order of rows, and loading may change it.
 */
export class TableTally {
  private rows = 0;
  private bytes = 0;
  private digest = 0n;
  /** The start of a row that is not complete yet. */
  private rest: Uint8Array[] = [];

  add(bytes: Uint8Array): void {
    this.bytes += bytes.length;
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      this.addRow(bytes.subarray(start, end));
      start = end + 1;
    }
    if (start < bytes.length) this.rest.push(Buffer.from(bytes.subarray(start)));
  }

  sum(): TableSum {
    // Bytes after the last newline are not a row, but are part of the digest.
    const digest = this.rest.length > 0 ? this.digest + hashOf(Buffer.concat(this.rest)) : this.digest;
    return { rows: this.rows, bytes: this.bytes, digest: BigInt.asUintN(DIGEST_BITS, digest).toString(16) };
  }

  private addRow(end: Uint8Array): void {
    this.rows++;
    this.digest = BigInt.asUintN(DIGEST_BITS, this.digest + hashOf(this.rest.length > 0 ? Buffer.concat([...this.rest, end]) : end));
    if (this.rest.length > 0) this.rest = [];
  }
}

const DIGEST_BITS = 128;

/** The first half of SHA-256. */
function hashOf(row: Uint8Array): bigint {
  const bytes = hash('sha256', row, 'buffer');
  return (bytes.readBigUInt64BE(0) << 64n) | bytes.readBigUInt64BE(8);
}

/** The table whose rows are in the entry of this name. */
export function tableOf(name: string): string | undefined {
  return name.startsWith(ENTRY.tables) ? name.slice(ENTRY.tables.length, name.lastIndexOf('/')) : undefined;
}
