import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/platform/embedded/embedded-postgres.js';

/** What a server, a database and a role may have set, each of which breaks a program that relies on the defaults. */
const ODD_SETTINGS = {
  datestyle: `'German, DMY'`,
  timezone: `'Pacific/Auckland'`,
  intervalstyle: 'sql_standard',
  search_path: 'bullmq, nowhere',
  statement_timeout: `'250ms'`,
  lock_timeout: `'5ms'`,
  bytea_output: 'escape',
  extra_float_digits: '-10',
  default_transaction_isolation: 'serializable',
};

/** A PostgreSQL as no developer has it: a template for tests of locale C, and odd settings for the role of Daymark, which is no superuser. */
export async function startOddCluster(template: string): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'daymark-odd-'));
  chmodSync(folder, 0o711);
  const postgres = await startEmbeddedPostgres(folder, { throwAway: true });
  const owner = new pg.Client({ connectionString: postgres.url });
  await owner.connect();
  await owner.query(`create role odd login createdb password 'odd'`);
  for (const [name, value] of Object.entries(ODD_SETTINGS)) await owner.query(`alter role odd set ${name} = ${value}`);
  // Test files make and drop their databases from here, which takes longer.
  for (const name of ['statement_timeout', 'lock_timeout']) await owner.query(`alter role odd in database postgres set ${name} = 0`);
  await owner.query(`create database ${template} owner odd template template0 encoding 'UTF8' locale 'C'`);
  await owner.end();
  return {
    url: Object.assign(new URL(postgres.url), { username: 'odd', password: 'odd' }).href,
    stop: async () => {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What PgBouncer takes of what a client says as it connects; it refuses all else. */
const TAKEN = ['user', 'database', 'client_encoding', 'application_name', 'fallback_application_name'];

/** A way to the database that refuses startup parameters in the words of PgBouncer, which is not installed everywhere. */
export async function startStrictPooler(database: string): Promise<{ url: string; stop(): Promise<void> }> {
  const { hostname, port } = new URL(database);
  const open = new Set<Socket>();
  const server = createServer((client) => {
    open.add(client.on('error', () => undefined));
    client.once('data', (startup) => {
      const refused = parametersOf(startup).find((name) => !TAKEN.includes(name));
      if (refused) return void client.end(fatal(`unsupported startup parameter: ${refused}`));
      const upstream = connect(Number(port), hostname);
      open.add(upstream.on('error', () => undefined));
      upstream.write(startup);
      client.pipe(upstream).pipe(client);
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: Object.assign(new URL(database), { hostname: '127.0.0.1', port: String((server.address() as AddressInfo).port) }).href,
    stop: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The names of a startup message: length, protocol, then names and values in turn, each ended by a zero. */
const parametersOf = (startup: Buffer): string[] =>
  startup
    .subarray(8)
    .toString('utf8')
    .split('\0')
    .filter((text, place) => place % 2 === 0 && text !== '');

/** An error message of PostgreSQL's protocol. */
function fatal(message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0C08P01\0M${message}\0\0`);
  const head = Buffer.from('E\0\0\0\0');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}
