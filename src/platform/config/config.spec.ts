import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from './config.js';
import { withDotEnv } from './environment.js';

describe('the settings', () => {
  it('need nothing to be set', () => {
    expect(readConfig({})).toMatchObject({ PORT: 3000, HOST: 'localhost', DAYMARK_ROLES: 'all', DAYMARK_PUBLIC_URL: 'http://localhost:3000' });
  });

  it('name all faults at once', () => {
    const faults = () => readConfig({ PORT: 'many', DAYMARK_ROLES: 'boss', DATABASE_URL: 'mysql://x', DAYMARK_TOKEN_SECRET: 'short', DAYMARK_COLOUR: 'red' });
    for (const name of ['PORT', 'DAYMARK_ROLES', 'DATABASE_URL', 'DAYMARK_TOKEN_SECRET', 'DAYMARK_COLOUR']) expect(faults).toThrow(`${name}: `);
  });

  it('ask for all of a store of files, or none', () => {
    const faults = () => readConfig({ DAYMARK_FILES_S3_URL: 'https://s3.example.org', DAYMARK_FILES_S3_BUCKET: 'evidence' });
    for (const name of ['DAYMARK_FILES_S3_ACCESS_KEY_ID', 'DAYMARK_FILES_S3_SECRET_ACCESS_KEY']) expect(faults).toThrow(`${name}: Is needed`);
  });

  it('never repeat a wrong secret', () => {
    expect(() => readConfig({ DATABASE_URL: 'mysql://me:hunter2@host' })).toThrow(/^((?!hunter2)[^])*$/);
  });

  it('take an empty value as absent', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ', DAYMARK_ANYTHING: '' })).toMatchObject({ PORT: 3000 });
  });

  it('leave other names alone', () => {
    expect(() => readConfig({ PATH: '/bin', DAYMARKET: 'open' })).not.toThrow();
  });

  it('split the proxies and drop the slash after the public address', () => {
    const { DAYMARK_TRUSTED_PROXIES, DAYMARK_PUBLIC_URL } = readConfig({
      DAYMARK_TRUSTED_PROXIES: '10.0.0.0/8, 127.0.0.1',
      DAYMARK_PUBLIC_URL: 'https://daymark.example.org/',
    });
    expect(DAYMARK_TRUSTED_PROXIES).toEqual(['10.0.0.0/8', '127.0.0.1']);
    expect(DAYMARK_PUBLIC_URL).toBe('https://daymark.example.org');
  });
});

describe('the file .env', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daymark-env-'));
  chmodSync(folder, 0o700);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is read when there is one, under what the environment says', () => {
    writeFileSync(join(folder, '.env'), 'PORT=4000\nMAIL_FROM="Daymark <mail@example.org>"\nDAYMARK_ROLES=api\n');
    expect(readConfig(withDotEnv({ PORT: '5000', DAYMARK_ROLES: '' }, folder))).toMatchObject({
      PORT: 5000,
      MAIL_FROM: 'Daymark <mail@example.org>',
      DAYMARK_ROLES: 'api',
    });
  });

  const read = (text: string | Uint8Array) => {
    writeFileSync(join(folder, '.env'), text);
    return withDotEnv({}, folder);
  };

  it.each([
    ['with the line ends of Windows', 'PORT=4000\r\nDAYMARK_ROLES=api\r\n'],
    ['with a byte order mark', '\ufeffPORT=4000\nDAYMARK_ROLES=api\n'],
    ['in UTF-16, as PowerShell writes it', Buffer.from('\ufeffPORT=4000\r\nDAYMARK_ROLES=api\r\n', 'utf16le')],
    ['with export before a name', 'export PORT=4000\n  export DAYMARK_ROLES=api\n'],
    ['with quotes and spaces', `PORT = "4000"\n  DAYMARK_ROLES= 'api'\n`],
    ['with comments', '# the port\nPORT=4000 # of the web app\n#DAYMARK_ROLES=worker\nDAYMARK_ROLES="api" # this side\n'],
    ['without a last line end', 'PORT=4000\nDAYMARK_ROLES=api'],
  ])('may be written %s', (_, text) => {
    expect(readConfig(read(text))).toMatchObject({ PORT: 4000, DAYMARK_ROLES: 'api' });
  });

  it('keeps a # inside a value, so that a password with one is refused and not cut in half', () => {
    expect(read('DATABASE_URL=postgres://me:p@ss/w#rd@db:5432/daymark\n')).toEqual({ DATABASE_URL: 'postgres://me:p@ss/w#rd@db:5432/daymark' });
    expect(() => readConfig(read('DATABASE_URL=postgres://me:p@ss/w#rd@db:5432/daymark\n'))).toThrow('must be percent-encoded');
  });

  it('takes empty values, quotes inside of values and values over several lines', () => {
    expect(read(`A=\nB="Daymark" <a@b.example>\nC="one\\ntwo"\nD='one\ntwo'\nE=#nothing\nF==x=\n`)).toEqual({
      A: '',
      B: '"Daymark" <a@b.example>',
      C: 'one\ntwo',
      D: 'one\ntwo',
      E: '',
      F: '=x=',
    });
  });

  it('may be absent', () => {
    expect(withDotEnv({ PORT: '5000' }, join(folder, 'nowhere'))).toEqual({ PORT: '5000' });
  });
});
