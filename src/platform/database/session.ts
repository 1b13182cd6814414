import pg from 'pg';

/** What differs between connections. */
export interface SessionLimits {
  /** Longest time one statement may take; without it there is no limit. */
  statementTimeoutMs?: number;
  /** After this time an open transaction that does nothing is ended; without it there is no limit. */
  idleInTransactionMs?: number;
  /** The schema to look for names in; without it the one that holds, or will hold, our tables. */
  schema?: string;
}

/** What our code relies on, whatever the server, the database or the role has set. None needs a superuser. */
const SETTINGS = {
  DateStyle: 'ISO, MDY',
  IntervalStyle: 'postgres',
  TimeZone: 'UTC',
  bytea_output: 'hex',
  extra_float_digits: '1',
  standard_conforming_strings: 'on',
  default_transaction_isolation: 'read committed',
  lock_timeout: '0',
  idle_session_timeout: '0',
  'pg_trgm.similarity_threshold': '0.3',
} as const;

/** Not in the oldest PostgreSQL that we support, so it is set only if it exists. */
const TRANSACTION_TIMEOUT = `case when current_setting('transaction_timeout', true) is not null then set_config('transaction_timeout', '0', false) end`;

/**
 * The existing schemas of the server's search path, so that an installation in its own schema stays there. Then `public`, where extensions
 * often are. Never the system schemas or the queue schema, which has a table `migration` too.
 */
const OWN_SCHEMAS = `(
  select string_agg(quote_ident(name), ', ' order by place)
  from (
    select name, place from unnest(current_schemas(false)) with ordinality as path (name, place)
    where name <> all ('{pg_catalog,information_schema,bullmq}')
    union all select 'public', 2147483647
  ) as wanted)`;

const PREPARE = `select ${Object.entries(SETTINGS)
  .map(([name, value]) => `set_config('${name}', '${value}', false)`)
  .join(', ')}, ${TRANSACTION_TIMEOUT}, set_config('statement_timeout', $1, false),
  set_config('idle_in_transaction_session_timeout', $2, false), set_config('search_path', coalesce(quote_ident($3), ${OWN_SCHEMAS}), false)`;

/**
 * For a pool's `onConnect`: sets everything that our code relies on before the connection is used. It uses a statement, because PgBouncer
 * refuses startup parameters.
 */
export const sessionOf =
  ({ statementTimeoutMs = 0, idleInTransactionMs = 0, schema }: SessionLimits = {}) =>
  async (client: Pick<pg.ClientBase, 'query'>): Promise<void> => {
    await client.query(PREPARE, [String(statementTimeoutMs), String(idleInTransactionMs), schema ?? null]);
  };

/** One connection outside the pool, ready for use. The caller must end it. If the connection is lost, the next query fails. */
export async function openClient(config: pg.ClientConfig, limits?: SessionLimits): Promise<pg.Client> {
  const client = new pg.Client({ keepAlive: true, ...config });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await sessionOf(limits)(client);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}
