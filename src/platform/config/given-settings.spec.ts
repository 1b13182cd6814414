import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from './config.js';

const SECRET = 'a secret of more than 32 characters in a file';

const faultsOf = (environment: Record<string, string>): string => {
  try {
    readConfig(environment);
    return 'no fault';
  } catch (error) {
    return (error as Error).message;
  }
};

/** Root may read everything, so the test is nobody for a moment. */
function asOrdinaryUser<T>(act: () => T): T {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    return act();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

describe('secrets in files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daymark-secrets-'));
  const file = (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are read for every secret setting', () => {
    const values = {
      DATABASE_URL: 'postgres://me:hunter2@db:5432/daymark',
      REDIS_URL: 'redis://valkey:6379',
      SMTP_URL: 'smtp://mail:587',
      DAYMARK_TOKEN_SECRET: SECRET,
      DAYMARK_METRICS_TOKEN: 'a token of twenty characters',
      DAYMARK_FILES_S3_ACCESS_KEY_ID: 'key',
      DAYMARK_FILES_S3_SECRET_ACCESS_KEY: 'secret key',
    };
    const environment = Object.fromEntries(Object.entries(values).map(([name, value]) => [`${name}_FILE`, file(name, `${value}\n`)]));
    expect(readConfig(environment)).toMatchObject(values);
  });

  it.each([
    ['no line end', SECRET],
    ['a line end of Windows', `${SECRET}\r\n`],
    ['two line ends', `${SECRET}\n\n`],
    ['a byte order mark', `\ufeff${SECRET}\n`],
    ['UTF-16 as PowerShell writes it', Buffer.from(`\ufeff${SECRET}\r\n`, 'utf16le')],
  ])('may have %s', (_, content) => {
    expect(readConfig({ DAYMARK_TOKEN_SECRET_FILE: file('token', content) }).DAYMARK_TOKEN_SECRET).toBe(SECRET);
  });

  it('keep the quotes and spaces that belong to them', () => {
    const value = `" ${SECRET} "`;
    expect(readConfig({ DAYMARK_TOKEN_SECRET_FILE: file('token', value) }).DAYMARK_TOKEN_SECRET).toBe(value);
  });

  it('stop the start if they can’t be read, with the name of setting and file', () => {
    const nowhere = join(folder, 'nowhere');
    mkdirSync(join(folder, 'folder'));
    expect(faultsOf({ DATABASE_URL_FILE: nowhere })).toContain(`DATABASE_URL_FILE: There is no file ${nowhere}`);
    expect(faultsOf({ DATABASE_URL_FILE: join(folder, 'folder') })).toContain(`${join(folder, 'folder')} is a folder, not a file`);
    expect(faultsOf({ DATABASE_URL_FILE: file('empty', '\n') })).toContain('empty is empty');
    expect(faultsOf({ DATABASE_URL_FILE: file('two', 'postgres://a/b\npostgres://c/d\n') })).toContain('two has more than one line');
  });

  it('stop the start if this user may not read them', () => {
    const path = file('private', SECRET);
    chmodSync(path, 0o000);
    chmodSync(folder, 0o711);
    expect(asOrdinaryUser(() => faultsOf({ DAYMARK_TOKEN_SECRET_FILE: path }))).toContain(`DAYMARK_TOKEN_SECRET_FILE: This user may not read ${path}`);
  });

  it('say in which file a wrong value is, and never the value', () => {
    const path = file('database', 'mysql://me:hunter2@host\n');
    expect(faultsOf({ DATABASE_URL_FILE: path })).toContain(`DATABASE_URL (from ${path}): Must be an address like postgres://`);
    expect(faultsOf({ DATABASE_URL_FILE: path })).not.toContain('hunter2');
  });

  it('are refused beside the setting itself, which may be empty', () => {
    const path = file('database', 'postgres://me:x@db/daymark');
    expect(faultsOf({ DATABASE_URL_FILE: path, DATABASE_URL: 'postgres://other/db' })).toContain(
      'DATABASE_URL_FILE: DATABASE_URL is set as well. Set one of the two',
    );
    expect(readConfig({ DATABASE_URL_FILE: path, DATABASE_URL: '' }).DATABASE_URL).toBe('postgres://me:x@db/daymark');
  });

  it('are the only settings that have files', () => {
    expect(faultsOf({ DAYMARK_ROLES_FILE: file('roles', 'api') })).toContain(
      'DAYMARK_ROLES_FILE: Only secrets can be read from a file: set DAYMARK_ROLES itself',
    );
  });
});

describe('values as other programs leave them', () => {
  it.each([
    ['double quotes', '"api"'],
    ['single quotes', "'api'"],
    ['a carriage return', 'api\r'],
    ['spaces around', '  api '],
    ['quotes and a carriage return', '"api"\r'],
  ])('are read without %s', (_, value) => {
    expect(readConfig({ DAYMARK_ROLES: value }).DAYMARK_ROLES).toBe('api');
  });

  it('keep quotes that do not go around the whole value', () => {
    expect(readConfig({ MAIL_FROM: '"Daymark" <mail@example.org>' }).MAIL_FROM).toBe('"Daymark" <mail@example.org>');
  });

  it('count as absent if only quotes are there', () => {
    expect(readConfig({ DATABASE_URL: '""', PORT: "''" })).toMatchObject({ PORT: 3000 });
  });
});

describe('variables that Kubernetes sets for a service', () => {
  const OF_A_SERVICE = {
    DAYMARK_PORT: 'tcp://10.0.0.1:3000',
    DAYMARK_SERVICE_HOST: '10.0.0.1',
    DAYMARK_SERVICE_PORT: '3000',
    DAYMARK_SERVICE_PORT_HTTP: '3000',
    DAYMARK_PORT_3000_TCP: 'tcp://10.0.0.1:3000',
    DAYMARK_PORT_3000_TCP_PROTO: 'tcp',
    DAYMARK_PORT_3000_TCP_PORT: '3000',
    DAYMARK_PORT_3000_TCP_ADDR: '10.0.0.1',
    DAYMARK_API_SERVICE_HOST: 'fd00::1',
    DAYMARK_API_PORT: 'tcp://[fd00::1]:3000',
    DAYMARK_MY_POSTGRES_PORT_5432_TCP_ADDR: '10.0.0.2',
  };

  it('are ignored, with one hint', () => {
    const hints: string[] = [];
    expect(readConfig(OF_A_SERVICE, (line) => hints.push(line))).toMatchObject({ PORT: 3000 });
    expect(hints).toEqual([expect.stringMatching(/^Ignored DAYMARK_PORT, .* and 8 more: Kubernetes sets them .*enableServiceLinks: false/)]);
  });

  it('are told from a setting with a wrong name', () => {
    expect(faultsOf({ DAYMARK_PORT: '4000' })).toContain('DAYMARK_PORT: There is no such setting. Did you mean PORT?');
  });
});

describe('a name that is no setting', () => {
  it.each([
    ['DAYMARK_PUBLIC_UR', 'DAYMARK_PUBLIC_URL'],
    ['DAYMARK_PUBLICURL', 'DAYMARK_PUBLIC_URL'],
    ['DAYMARK_DATABASE_URL', 'DATABASE_URL'],
    ['DAYMARK_HOST', 'HOST'],
    ['DAYMARK_SECRET', 'DAYMARK_TOKEN_SECRET'],
    ['DAYMARK_ROLE', 'DAYMARK_ROLES'],
    ['DAYMARK_TRUSTED_PROXY', 'DAYMARK_TRUSTED_PROXIES'],
  ])('%s is told with the nearest one, %s', (written, meant) => {
    expect(faultsOf({ [written]: 'x' })).toContain(`${written}: There is no such setting. Did you mean ${meant}?`);
  });

  it('is told without one if none is near', () => {
    expect(faultsOf({ DAYMARK_COLOUR: 'red' })).toMatch(/DAYMARK_COLOUR: There is no such setting$/);
  });
});

describe('addresses', () => {
  const ENCODE = 'A password in an address must be percent-encoded: write %25 for %, %40 for @, %2F for /, %23 for #, %3F for ?';

  it.each(['p@ss/w#rd', 'pa/ss', 'pa#ss', 'pa?ss', 'p%ss', '12/34', '12#34', '12?34', '12?a=34', 'a@b/c', '%zz', 'a/b@c?d'])(
    'of which the password is %s, written as it is, say how to encode it',
    (password) => {
      for (const [name, url] of [
        ['DATABASE_URL', `postgres://me:${password}@db:5432/daymark`],
        ['REDIS_URL', `redis://me:${password}@valkey:6379`],
        ['SMTP_URL', `smtp://me:${password}@mail:587`],
      ] as const) {
        expect(faultsOf({ [name]: url })).toContain(`${name}: ${ENCODE}`);
        expect(faultsOf({ [name]: url })).not.toContain(password);
      }
    },
  );

  it.each([
    'postgres://me:p%40ss%2Fw%23rd@db:5432/daymark',
    'postgres://me@tenant:p@ss@db:5432/daymark',
    'postgres://db/daymark?user=me@tenant&sslmode=require',
    'postgresql:///daymark?host=/var/run/postgresql',
    'postgres://me:x@[::1]:5432/daymark',
  ])('%s is taken', (url) => {
    expect(faultsOf({ DATABASE_URL: url })).toBe('no fault');
  });

  it.each([
    ['https://example.org/daymark', 'https://example.org/daymark'],
    ['https://example.org/daymark/', 'https://example.org/daymark'],
    ['https://example.org/learn/day.mark_1~x', 'https://example.org/learn/day.mark_1~x'],
    ['http://[::1]:3000/', 'http://[::1]:3000'],
  ])('people open Daymark at may be %s', (given, read) => {
    expect(readConfig({ DAYMARK_PUBLIC_URL: given }).DAYMARK_PUBLIC_URL).toBe(read);
  });

  it.each([
    ['https://example.org/api', 'Its path can’t begin with /api, which Daymark uses itself'],
    ['https://example.org/health/daymark', 'Its path can’t begin with /health'],
    ['https://example.org/day mark', 'Its path can have letters'],
    ['https://example.org//daymark', 'Its path can have letters'],
    ['https://example.org/daymark?x=1', 'without user, query or fragment'],
    ['https://example.org/#/daymark', 'without user, query or fragment'],
    ['https://me:secret@example.org', 'without user, query or fragment'],
    ['example.org', 'Must be an address like https://daymark.example.org'],
    ['ftp://example.org', 'Must be an address like https://daymark.example.org'],
  ])('people open Daymark at can’t be %s', (given, fault) => {
    expect(faultsOf({ DAYMARK_PUBLIC_URL: given })).toContain(fault);
  });
});

describe('trusted proxies', () => {
  it('are addresses, ranges and names of ranges', () => {
    const given = '10.0.0.0/8, ::1,fd00::/8, uniquelocal';
    expect(readConfig({ DAYMARK_TRUSTED_PROXIES: given }).DAYMARK_TRUSTED_PROXIES).toEqual(['10.0.0.0/8', '::1', 'fd00::/8', 'uniquelocal']);
  });

  it.each(['nginx', '*', 'true', '10.0.0.0/40', '10.0.0.1:80', '10.0.0.0/8/1', '10.0.0.0/0'])('are refused if one is %s', (proxy) => {
    expect(faultsOf({ DAYMARK_TRUSTED_PROXIES: `10.0.0.1, ${proxy}` })).toContain(`DAYMARK_TRUSTED_PROXIES: ${proxy} isn’t an address`);
  });
});
