import pg from 'pg';
import { migrations } from '../../../migrations/index.js';
import { sessionOf } from '../database/session.js';
import { StartFault } from './start-fault.js';

const OLDEST_VERSION = 15;

/** Refuses a database that this Daymark cannot work with: too old, newer than the code, or behind a pooler in transaction mode. */
export async function checkDatabase(url: string): Promise<void> {
  const [first, second] = [new pg.Client({ connectionString: url }), new pg.Client({ connectionString: url })];
  try {
    await Promise.all([first.connect(), second.connect()]);
    await refuseOldServer(first);
    await refuseOtherEncodings(first);
    await Promise.all([first, second].map(sessionOf()));
    await refuseTransactionPooler(first, second);
    await refuseNewerSchema(first);
  } finally {
    await Promise.allSettled([first.end(), second.end()]);
  }
}

type Asks = Pick<pg.Client, 'query'>;

export async function refuseOldServer(client: Asks): Promise<void> {
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version_num') as version`);
  const major = Math.floor(Number(rows[0]?.version) / 10_000);
  if (major < OLDEST_VERSION)
    throw new StartFault(`The database is PostgreSQL ${major} and Daymark needs ${OLDEST_VERSION} or newer: upgrade it, or point DATABASE_URL to another.`);
}

/** Names are compared in a normal form, which PostgreSQL supports only in UTF-8. */
export async function refuseOtherEncodings(client: Asks): Promise<void> {
  const { rows } = await client.query<{ encoding: string }>(`select current_setting('server_encoding') as encoding`);
  const encoding = rows[0]?.encoding;
  if (encoding !== 'UTF8')
    throw new StartFault(`The database is in ${encoding} and Daymark needs UTF8: create one with "encoding 'UTF8'", and point DATABASE_URL to it.`);
}

/** One round is not enough: a pooler may use two server processes in it by chance. A later round shows that a connection changed its process. */
const ROUNDS = 3;

/**
 * A pooler in transaction mode breaks LISTEN and named statements. It is detected in two ways. Two connections share a server process, because
 * the second has a transaction open while the first is idle. Or a connection gets another process for its next statement.
 */
export async function refuseTransactionPooler(first: Asks, second: Asks): Promise<void> {
  const process = async (client: Asks) => (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid;
  const [own, theirs] = [new Set<number | undefined>(), new Set<number | undefined>()];
  for (let round = 0; round < ROUNDS; round++) {
    own.add(await process(first));
    await second.query('begin');
    theirs.add(await process(second));
    await second.query('rollback');
    if (own.size > 1 || theirs.size > 1 || [...own].some((pid) => theirs.has(pid)))
      throw new StartFault('DATABASE_URL leads to a pooler in transaction mode, which breaks LISTEN: use a direct address, or a pooler in session mode.');
  }
}

async function refuseNewerSchema(client: Asks): Promise<void> {
  const known = migrations.map(({ name }) => name);
  const { rows: found } = await client.query<{ exists: boolean }>(`select to_regclass('migration') is not null as exists`);
  if (!found[0]?.exists) return;
  const { rows } = await client.query<{ name: string }>('select name from migration where name <> all($1) order by id desc limit 1', [known]);
  if (rows[0])
    throw new StartFault(`The database is newer than this Daymark (it knows ${rows[0].name}): start a newer Daymark, or point it to another database.`);
}
