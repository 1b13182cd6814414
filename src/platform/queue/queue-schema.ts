import { runMigrations } from 'bullmq';
import type { Client } from 'pg';
import { codeOf } from '../boot/start-fault.js';
import { openClient } from '../database/session.js';

/** BullMQ's own namespace in our database. */
export const QUEUE_SCHEMA = 'bullmq';

/** Any number; the same in every process. */
const LOCK = 7_264_003;
/** A worker of another process may hold what is to be dropped. */
const DROP_ATTEMPTS = 5;
/** PostgreSQL's code; its text is in the server's language. */
const DEADLOCK = '40P01';
/** A table, type, function or column exists already, or does not exist: the tables and the record of their migrations disagree. */
const DAMAGE = ['42P07', '42710', '42723', '42701', '42P06', '42P01', '42703', '42883', '42704', '3F000', '23505'];

/** One line for the log when the queues' tables had to be made again. */
export const RECREATED = 'The queue tables were damaged and have been recreated. No work is lost: the worklist has all of it.';

/** BullMQ makes a sequence for the job numbers of a queue when the queue is used for the first time, long after its migrations. */
const OF_ONE_QUEUE = String.raw`'bullmq\_jid\_%'`;

/** A hash of what BullMQ's migrations make: tables, types and functions. It changes if anything is missing or changed, but not with the PostgreSQL version. */
const FINGERPRINT = `
  select md5(coalesce(string_agg(part, E'\\n' order by part collate "C"), '')) as fingerprint
  from (
    select 'function ' || p.oid::regprocedure || md5(p.prosrc) as part from pg_proc p where p.pronamespace = to_regnamespace('${QUEUE_SCHEMA}')
    union all
    select 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || a.attnotnull
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = to_regnamespace('${QUEUE_SCHEMA}') and c.relname not like ${OF_ONE_QUEUE}
    union all
    select 'label ' || t.typname || e.enumlabel from pg_type t join pg_enum e on e.enumtypid = t.oid where t.typnamespace = to_regnamespace('${QUEUE_SCHEMA}')
    union all
    select 'relation ' || relname || relkind::text from pg_class
    where relnamespace = to_regnamespace('${QUEUE_SCHEMA}') and relname not like ${OF_ONE_QUEUE}
    union all
    select 'constraint ' || conname from pg_constraint where connamespace = to_regnamespace('${QUEUE_SCHEMA}') and contype <> 'n'
    union all
    select 'trigger ' || t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = to_regnamespace('${QUEUE_SCHEMA}') and not t.tgisinternal
  ) as parts`;
const NOTED = `select obj_description(to_regnamespace('${QUEUE_SCHEMA}'), 'pg_namespace') as noted`;

/**
 * Brings BullMQ's tables up to date, one process at a time. A schema that is damaged (something of it is gone, or its record of migrations)
 * is dropped and recreated, because a queue only holds 'look now' messages. Returns whether that was done. A schema from a newer BullMQ is
 * not changed and throws `SchemaVersionMismatchError`.
 */
export async function migrateQueueSchema(databaseUrl: string): Promise<{ recreated: boolean }> {
  const client = await openClient({ connectionString: databaseUrl, application_name: 'daymark queues' });
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const recreated = (await isDamaged(client)) || !(await migrates(client));
    if (recreated) await recreate(client);
    await note(client);
    return { recreated };
  } finally {
    await client.end().catch(() => undefined);
  }
}

const first = async <Row>(client: Client, sql: string): Promise<Row> => (await client.query(sql)).rows[0] as Row;
const fingerprintOf = async (client: Client) => (await first<{ fingerprint: string }>(client, FINGERPRINT)).fingerprint;

/** Whether the schema differs from its state after the last migration. A schema without a stored fingerprint counts as undamaged. */
async function isDamaged(client: Client): Promise<boolean> {
  const { noted } = await first<{ noted: string | null }>(client, NOTED);
  return noted !== null && noted !== (await fingerprintOf(client));
}

/** Runs missing migrations. Returns false if they meet tables that should not exist yet, or miss some that should. Any other error is thrown. */
async function migrates(client: Client): Promise<boolean> {
  try {
    await runMigrations(client, QUEUE_SCHEMA);
    return true;
  } catch (error) {
    if (DAMAGE.includes(codeOf(error))) return false;
    throw error;
  }
}

async function recreate(client: Client): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query(`drop schema if exists ${QUEUE_SCHEMA} cascade`);
      break;
    } catch (error) {
      if (attempt === DROP_ATTEMPTS || codeOf(error) !== DEADLOCK) throw error;
    }
  }
  await runMigrations(client, QUEUE_SCHEMA);
}

/** Stored as a comment on the schema, so it disappears with the schema. */
async function note(client: Client): Promise<void> {
  await client.query(`comment on schema ${QUEUE_SCHEMA} is '${await fingerprintOf(client)}'`);
}
