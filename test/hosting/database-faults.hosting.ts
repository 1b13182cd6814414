/** What stops a start at the database, each provoked for real: the sentence names the true cause, and doing what it says helps. */
import { appendFileSync, chmodSync, chownSync, copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { checkDatabase } from '../../src/platform/boot/check-database.js';
import { placeOf } from '../../src/platform/boot/database-place.js';
import { runAllMigrations } from '../../src/platform/boot/migrations.js';
import { rightsFault } from '../../src/platform/boot/rights-fault.js';
import { waitForDatabase } from '../../src/platform/boot/wait-for-database.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/platform/embedded/embedded-postgres.js';
import { testConfig } from '../support/settings.js';
import { authority, fingerprintOf, issue, selfSigned, servedFingerprint, type Certificate } from './certificates.js';

const FOLDER = mkdtempSync(join(tmpdir(), 'daymark-hosting-'));
chmodSync(FOLDER, 0o711);

/** The start as far as the database goes. */
async function start(url: string): Promise<void> {
  try {
    await waitForDatabase(url, { seconds: 0 });
    await checkDatabase(url);
    await runAllMigrations(url, { databaseUrl: url }, testConfig());
  } catch (error) {
    throw rightsFault(error, placeOf(url)) ?? error;
  }
}

const wordsOf = (url: string): Promise<string> =>
  start(url).then(
    () => 'It starts.',
    (error: Error) => error.message,
  );

describe('a database that can’t be used', () => {
  let postgres: EmbeddedPostgres;
  let superuser: pg.Client;
  let address: URL;
  const cluster = join(FOLDER, 'postgres');
  const sql = (statement: string) => superuser.query(statement);
  const url = (changes: Partial<Record<'username' | 'password' | 'pathname' | 'search' | 'hostname', string>> = {}) =>
    Object.assign(new URL(address), { username: 'app', password: 'app', ...changes }).href;
  const access = readAccess();

  function readAccess() {
    let usual = '';
    const file = () => join(cluster, 'pg_hba.conf');
    return {
      /** The first line that fits a connection decides. */
      async firstly(line: string) {
        usual = readFileSync(file(), 'utf8');
        writeFileSync(file(), `${line}\n${usual}`);
        await sql('select pg_reload_conf()');
      },
      async only(lines: string) {
        usual = readFileSync(file(), 'utf8');
        writeFileSync(file(), `${lines}\n`);
        await sql('select pg_reload_conf()');
      },
      async asUsual() {
        if (usual) writeFileSync(file(), usual);
        await sql('select pg_reload_conf()');
      },
    };
  }

  beforeAll(async () => {
    postgres = await startEmbeddedPostgres(FOLDER, { throwAway: true });
    address = new URL(postgres.url);
    superuser = new pg.Client({ connectionString: postgres.url });
    await superuser.connect();
    await sql(`create role app login password 'app'`);
  }, 60_000);
  afterAll(async () => {
    await superuser.end();
    await postgres.stop();
    rmSync(FOLDER, { recursive: true, force: true });
  }, 60_000);

  describe('says for access', () => {
    it('that the password is wrong, or missing', async () => {
      expect(await wordsOf(url({ password: 'guess' }))).toBe('The database refuses the user or the password in DATABASE_URL: correct them.');
      expect(await wordsOf(url({ password: '' }))).toMatch(/^The database asks for a password and DATABASE_URL has none: write it as postgres:/);
    });

    it('that there is no such database, or one that takes no connections', async () => {
      expect(await wordsOf(url({ pathname: '/Nowhere' }))).toBe(
        'There is no database Nowhere on that server: create it (create database "Nowhere"), or correct DATABASE_URL.',
      );
      await sql('create database closed');
      await sql('alter database closed allow_connections off');
      expect(await wordsOf(url({ pathname: '/closed' }))).toContain('The database closed takes no connections');
    });

    it('that there is no such role, or one that may not log in', async () => {
      await access.firstly('host all stranger 127.0.0.1/32 trust');
      expect(await wordsOf(url({ username: 'stranger' }))).toMatch(/^There is no role stranger on that server: create it \(create role stranger login/);
      await access.asUsual();
      await sql(`create role group_of_people nologin password 'app'`);
      expect(await wordsOf(url({ username: 'group_of_people' }))).toContain(
        'The role group_of_people may not log in: allow it (alter role group_of_people login)',
      );
    });

    it('that pg_hba.conf refuses this way of connecting', async () => {
      await access.firstly('host all app 127.0.0.1/32 reject');
      expect(await wordsOf(url({ search: '?sslmode=disable' }))).toMatch(
        /refuses this connection \(pg_hba\.conf rejects connection for host .*\): .* or allow it in pg_hba\.conf\.$/,
      );
      await access.asUsual();
    });

    it('that the role may not connect to it', async () => {
      await sql('create database private');
      await sql('revoke connect on database private from public');
      expect(await wordsOf(url({ pathname: '/private' }))).toBe(
        'The role app may not connect to the database private: allow it (grant connect on database private to app).',
      );
    });

    it('that there are too many connections', async () => {
      await sql('alter role app connection limit 0');
      expect(await wordsOf(url())).toMatch(/has no free connection \(too many connections for role "app"\): raise max_connections .* DAYMARK_DATABASE_POOL/);
      await sql('alter role app connection limit -1');
    });
  });

  describe('says for what is in it', () => {
    it('that its encoding is not UTF-8', async () => {
      await sql(`create database latin template template0 encoding 'LATIN1' locale 'C'`);
      expect(await wordsOf(url({ pathname: '/latin' }))).toContain(`The database is in LATIN1 and Daymark needs UTF8: create one with "encoding 'UTF8'"`);
    });

    it('that it is read-only', async () => {
      await sql('create database replica owner app');
      await sql('alter role app in database replica set default_transaction_read_only = on');
      expect(await wordsOf(url({ pathname: '/replica' }))).toContain('The database is read-only, as replicas are: point DATABASE_URL to the primary');
    });

    it('which right is missing, until all that it says is done and it starts', async () => {
      await sql('create database bare');
      const bare = new pg.Client({ connectionString: Object.assign(new URL(address), { pathname: '/bare' }).href });
      bare.on('error', () => undefined);
      await bare.connect();
      const said: string[] = [];
      for (let words = await wordsOf(url({ pathname: '/bare' })); words !== 'It starts.'; words = await wordsOf(url({ pathname: '/bare' }))) {
        const [, cure] = /it lacks a right \(permission denied .*\): run "([^"]+)"/.exec(words) ?? [];
        if (!cure || said.includes(cure)) throw new Error(words);
        said.push(cure);
        await bare.query(cure);
      }
      await bare.end();
      expect(said.toSorted()).toEqual(['grant create on database bare to app', 'grant usage, create on schema public to app']);
    }, 60_000);

    it('that its tables belong to another role', async () => {
      await sql(`create role other login password 'other'`);
      await sql('grant create on database bare to other');
      expect(await wordsOf(url({ pathname: '/bare', username: 'other', password: 'other' }))).toMatch(
        /it lacks a right \(permission denied for table migration\): run "alter table migration owner to other"/,
      );
    });
  });

  describe('says for TLS', () => {
    const TLS = '?sslmode=require';
    const overTls = (search = TLS, hostname = 'localhost') => url({ hostname, search });

    /** PostgreSQL with this certificate, without a restart. */
    async function serveWith({ certificate, key }: Certificate): Promise<void> {
      const { uid, gid } = statSync(cluster);
      for (const [from, to] of [
        [certificate, 'server.pem'],
        [key, 'server.key'],
      ] as const) {
        copyFileSync(from, join(cluster, to));
        chmodSync(join(cluster, to), 0o600);
        chownSync(join(cluster, to), uid, gid);
      }
      for (const [name, value] of [
        ['ssl_cert_file', 'server.pem'],
        ['ssl_key_file', 'server.key'],
        ['ssl', 'on'],
      ])
        await sql(`alter system set ${name} = '${value}'`);
      await sql('select pg_reload_conf()');
      // Each new connection is served by a process that has read the settings; the postmaster reads them a moment later.
      while ((await servedFingerprint(Number(address.port))) !== fingerprintOf(certificate));
    }

    it('that the server has none', async () => {
      expect(await wordsOf(overTls())).toMatch(
        /answers without TLS, which sslmode in DATABASE_URL asks for: turn ssl on in PostgreSQL, or write sslmode=disable/,
      );
    });

    it('that the certificate is self-signed, and both ways out', async () => {
      const own = selfSigned(FOLDER, 'localhost');
      await serveWith(own);
      expect(await wordsOf(overTls())).toMatch(
        /^The database at localhost:\d+ answers, but its TLS certificate isn’t trusted \(self-signed certificate\): add sslrootcert=\S+ to DATABASE_URL .* sslmode=no-verify/,
      );
      await sql('alter database daymark owner to app');
      expect(await wordsOf(overTls('?sslmode=no-verify'))).toBe('It starts.');
      expect(await wordsOf(overTls(`?sslmode=verify-full&sslrootcert=${own.certificate}`))).toBe('It starts.');
    }, 60_000);

    it('that its authority is unknown here', async () => {
      await serveWith(issue(FOLDER, 'localhost'));
      const other = selfSigned(FOLDER, 'another authority').certificate;
      expect(await wordsOf(overTls(`?sslmode=verify-full&sslrootcert=${other}`))).toContain(`): put its authority into ${other}, or sslmode=no-verify`);
      expect(await wordsOf(overTls('?sslmode=verify-full'))).toBe('It starts.');
    }, 60_000);

    it('that the certificate has expired', async () => {
      await serveWith(issue(FOLDER, 'localhost', { days: 0 }));
      expect(await wordsOf(overTls())).toMatch(
        /its TLS certificate isn’t valid today \(certificate has expired\): renew it on the server, or correct the clock/,
      );
    });

    it('that the certificate is for another name', async () => {
      await serveWith(issue(FOLDER, 'db.example.org'));
      expect(await wordsOf(overTls())).toMatch(
        /its TLS certificate is for another name \(.*DNS:db\.example\.org\): use the name of the certificate in DATABASE_URL/,
      );
    });

    it('that the role must come over TLS', async () => {
      await access.only(`hostssl all app all scram-sha-256\nhost all ${address.username} all scram-sha-256`);
      expect(await wordsOf(overTls('?sslmode=disable'))).toMatch(
        /refuses this connection \(no pg_hba\.conf entry for .*, no encryption\): add sslmode=verify-full to DATABASE_URL if it takes TLS only/,
      );
      await access.asUsual();
    });

    it('that a client certificate is wanted', async () => {
      copyFileSync(authority().certificate, join(cluster, 'ca.pem'));
      chmodSync(join(cluster, 'ca.pem'), 0o644);
      await sql(`alter system set ssl_ca_file = 'ca.pem'`);
      await access.firstly('hostssl all app all scram-sha-256 clientcert=verify-full');
      expect(await wordsOf(overTls('?sslmode=no-verify'))).toMatch(/asks for a client certificate: add sslcert=\S+ and sslkey=/);
      await access.asUsual();
    });

    it('that a certificate file is not there, or is none', async () => {
      const [absent, wrong] = [join(FOLDER, 'absent.pem'), join(FOLDER, 'wrong.pem')];
      appendFileSync(wrong, 'no certificate');
      expect(await wordsOf(overTls(`?sslmode=verify-full&sslrootcert=${absent}`))).toMatch(
        /A certificate file that DATABASE_URL names can’t be read \(ENOENT.*absent\.pem/,
      );
      expect(await wordsOf(overTls(`?sslmode=verify-full&sslrootcert=${wrong}`))).toContain(
        `isn’t trusted (self-signed certificate in certificate chain): put its authority into ${wrong}`,
      );
      expect(await wordsOf(overTls(`?sslmode=no-verify&sslcert=${wrong}&sslkey=${wrong}`))).toMatch(
        /A certificate file that DATABASE_URL names holds no PEM certificate/,
      );
    });
  });

  describe('says for what answers instead', () => {
    const servers: Server[] = [];
    const listen = async (onConnection: (socket: Socket) => void): Promise<string> => {
      const server = createServer((socket) => onConnection(socket.on('error', () => undefined))).listen(0, '127.0.0.1');
      servers.push(server);
      await new Promise((resolve) => server.once('listening', resolve));
      return `postgres://app:app@127.0.0.1:${(server.address() as AddressInfo).port}/daymark`;
    };
    afterAll(() => Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve)))));

    it('that it closes connections at once', async () => {
      expect(await wordsOf(await listen((socket) => socket.destroy()))).toMatch(/takes connections and closes them at once: check that it is PostgreSQL/);
    });

    it('that it is still starting', async () => {
      const words = 'SFATAL\0C57P03\0Mthe database system is starting up\0\0';
      const length = Buffer.alloc(4);
      length.writeInt32BE(words.length + 4);
      const refuse = (socket: Socket) => socket.once('data', () => socket.end(Buffer.concat([Buffer.from('E'), length, Buffer.from(words)])));
      expect(await wordsOf(await listen(refuse))).toMatch(
        /answers but isn’t ready \(the database system is starting up\): wait, or raise DAYMARK_DATABASE_WAIT_SECONDS/,
      );
    });

    it('that there is no such host, and no socket', async () => {
      expect(await wordsOf('postgres://app:app@nowhere.invalid/daymark')).toBe(
        'The database at nowhere.invalid:5432 does not answer (no such host): start it, or correct DATABASE_URL.',
      );
      expect(await wordsOf(`postgres:///daymark?host=${FOLDER}/nowhere`)).toBe(
        `The database at ${FOLDER}/nowhere does not answer (there is no socket): start it, or correct DATABASE_URL.`,
      );
    });
  });
});
