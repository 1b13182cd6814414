import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Entry } from '../format/archive-stream.js';
import { ENTRY } from '../format/manifest.js';
import { TableTally } from '../format/tally.js';
import { quoted, type TableShape } from './catalog.js';
import type { SecretRule } from './secret-columns.js';

/** A table is cut into pieces of about this size, so that no more of it is held in memory. */
const PIECE_BYTES = 1_048_576;

/** The rows of a table as COPY writes them, in pieces. */
export async function* rowsOf(client: pg.ClientBase, schema: string, table: TableShape, rule: SecretRule = {}): AsyncGenerator<Entry> {
  let [pieces, size, number]: [Buffer[], number, number] = [[], 0, 0];
  const piece = (): Entry => ({ name: `${ENTRY.tables}${table.name}/${String(number++).padStart(6, '0')}`, bytes: Buffer.concat(pieces) });
  for await (const chunk of client.query(copyTo(copyText(schema, table, rule)))) {
    pieces.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size < PIECE_BYTES) continue;
    yield piece();
    [pieces, size] = [[], 0];
  }
  if (size > 0) yield piece();
}

/** Rows, bytes and digest of a table as it is in the database. */
export async function sumOf(client: pg.ClientBase, schema: string, table: TableShape) {
  const tally = new TableTally();
  for await (const chunk of client.query(copyTo(copyText(schema, table)))) tally.add(chunk as Buffer);
  return tally.sum();
}

function copyText(schema: string, { name, columns }: TableShape, { keep, replace = {} }: SecretRule = {}): string {
  const place = `${quoted(schema)}.${quoted(name)}`;
  if (keep === undefined && Object.keys(replace).length === 0) return `copy ${place} (${columns.map(quoted).join(', ')}) to stdout`;
  const values = columns.map((column) => replace[column] ?? quoted(column));
  return `copy (select ${values.join(', ')} from ${place}${keep === undefined ? '' : ` where ${keep}`}) to stdout`;
}
