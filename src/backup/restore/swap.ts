import type pg from 'pg';
import { BackupFault } from '../backup-fault.js';
import { migrationsIn, movesBetween, quoted } from '../tables/catalog.js';
import { STAGING } from './staging.js';

/** What a restore replaced stays here until somebody discards it. */
export const REPLACED = 'daymark_replaced';

const LOCK_TIMEOUT = `set local lock_timeout = '30s'`;

/**
 * Moves the tables in use away and the staged ones into their place, in one transaction: a crash leaves the old state. What an earlier restore
 * replaced is dropped. Answers whether there was something to replace.
 */
export async function swapIn(client: pg.ClientBase, schema: string): Promise<boolean> {
  return inTransaction(client, async () => {
    await client.query(`drop schema if exists ${REPLACED} cascade`);
    return exchange(client, schema);
  });
}

/** Takes the last restore back: what it replaced is in use again, and what it brought is kept as replaced. The caller opens the transaction. */
export async function swapBack(tx: pg.ClientBase, schema: string): Promise<void> {
  await tx.query(LOCK_TIMEOUT);
  await tx.query(`select set_config('search_path', $1, true)`, [`${quoted(schema)}, public`]);
  // PostgreSQL alters no table that still has checks to do at the commit.
  await tx.query('set constraints all immediate');
  await tx.query(`drop schema if exists ${STAGING} cascade`);
  await tx.query(`alter schema ${REPLACED} rename to ${STAGING}`);
  await exchange(tx, schema);
}

export async function refuseNothingReplaced(client: pg.ClientBase): Promise<void> {
  if ((await migrationsIn(client, REPLACED)).length === 0)
    throw new BackupFault('There is nothing to go back to: no restore has replaced anything, or it was discarded.');
}

async function exchange(client: pg.ClientBase, schema: string): Promise<boolean> {
  const away = await movesBetween(client, schema, REPLACED);
  if (away.length > 0) await client.query(`create schema ${REPLACED}`);
  for (const sql of away) await client.query(sql);
  for (const sql of await movesBetween(client, STAGING, schema)) await client.query(sql);
  // Fails, and takes everything back, if something was left behind.
  await client.query(`drop schema ${STAGING}`);
  return away.length > 0;
}

async function inTransaction<Answer>(client: pg.ClientBase, work: () => Promise<Answer>): Promise<Answer> {
  await client.query('begin');
  try {
    await client.query(LOCK_TIMEOUT);
    const answer = await work();
    await client.query('commit');
    return answer;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** Whether an earlier restore has left something to go back to. */
export const hasReplaced = async (client: pg.ClientBase): Promise<boolean> =>
  (await client.query(`select from pg_namespace where nspname = $1`, [REPLACED])).rowCount === 1;

export const dropReplaced = (client: pg.ClientBase) => client.query(`drop schema if exists ${quoted(REPLACED)} cascade`);
