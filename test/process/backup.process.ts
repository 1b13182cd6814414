import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBackup } from '../../src/backup/format/read-backup.js';
import { Place, withoutSignIns } from '../support/backups.js';
import { dataFolder, postmasterOf, removeFolder, StartedDaymark } from './started-daymark.js';
import { startEmbeddedPostgres } from '../../src/platform/embedded/embedded-postgres.js';

const backups = mkdtempSync(join(tmpdir(), 'daymark-backup-'));
afterAll(() => rmSync(backups, { recursive: true, force: true }));

const person = { email: 'ada@harbour.example', password: 'a good long password', name: 'Ada', timeZone: 'UTC' };
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Runs a command to its end. */
async function command(folder: string, ...words: string[]): Promise<{ code: number | null; said: string }> {
  const started = await StartedDaymark.run({ DAYMARK_DATA_DIR: folder }, ['npm', 'run', '--silent', ...words]);
  const { code } = await started.ended;
  return { code, said: started.output };
}

/** Runs a command on a terminal, by `script` of util-linux, and answers its exit code. */
const terminalFor = (line: string) => ['script', '--quiet', '--return', '--command', line, '/dev/null'];

/** Files of learners in a backup, by key, as digests. */
async function filesIn(file: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  await readBackup(file, undefined, { file: async (key, bytes) => void files.set(key, sha256(bytes)) });
  return files;
}

/** Tables of the embedded database, as long as no Daymark changes them. */
async function contentOf(folder: string) {
  const postgres = await startEmbeddedPostgres(folder);
  try {
    return await new Place(postgres.url).content();
  } finally {
    await postgres.stop();
  }
}

describe('npm run backup and npm run restore', () => {
  const folder = dataFolder();
  const file = join(backups, 'daymark.backup');
  let daymark: StartedDaymark | undefined;
  afterEach(() => daymark?.kill());
  afterAll(() => removeFolder(folder));

  it('bring back everything after the data folder was destroyed, to the byte', async () => {
    daymark = await StartedDaymark.run({ DAYMARK_DATA_DIR: folder }, ['npm', 'start', '--', '--demo']);
    // Filling the school takes longer than a start may.
    await daymark.says('Daymark is ready');
    let isOver = false;
    const server = daymark;
    const writes = (async () => {
      for (let i = 0; !isOver; i++) await server.post('/accounts', { ...person, email: `${i}.${person.email}` });
    })();
    expect(await command(folder, 'backup', '--', file)).toMatchObject({ code: 0, said: expect.stringContaining(`files to ${file}`) as string });
    isOver = true;
    await writes;
    expect((await daymark.post('/accounts', { ...person, email: 'later@harbour.example' })).ok).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);

    const refused = await command(folder, 'restore', '--', file, '--yes');
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('Another Daymark runs') as string });
    expect((await daymark.post('/sessions', { email: 'later@harbour.example', password: person.password })).ok).toBe(true);
    await daymark.stop('SIGTERM');
    const secret = readFileSync(join(folder, 'secrets.json'), 'utf8');
    const { end } = await readBackup(file, undefined);
    const files = await filesIn(file);
    expect(files.size).toBeGreaterThan(0);
    expect(end.tables.account?.rows).toBeGreaterThan(3);

    rmSync(folder, { recursive: true, force: true });
    const restored = await command(folder, 'restore', '--', file, '--yes');
    expect([restored.code, restored.said]).toEqual([0, expect.stringContaining('The backup is restored. Start Daymark.')]);
    expect(postmasterOf(folder)).toBe(0);
    expect(withoutSignIns(await contentOf(folder))).toEqual(withoutSignIns(end.tables));
    for (const [key, digest] of files) expect([key, sha256(readFileSync(join(folder, 'files', key)))]).toEqual([key, digest]);
    expect(JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8'))).toEqual(JSON.parse(secret));

    daymark = await StartedDaymark.run({ DAYMARK_DATA_DIR: folder });
    await daymark.ready();
    expect((await daymark.post('/sessions', { email: `0.${person.email}`, password: person.password })).ok).toBe(true);
    expect((await daymark.post('/sessions', { email: 'later@harbour.example', password: person.password })).status).toBe(401);
    await daymark.stop('SIGTERM');
  }, 480_000);

  it('say what is wrong, change nothing then, and exit with a code', async () => {
    const cut = join(backups, 'cut.backup');
    writeFileSync(cut, readFileSync(file));
    truncateSync(cut, statSync(file).size - 1);
    const before = await contentOf(folder);
    expect(await command(folder, 'restore', '--', cut, '--yes')).toMatchObject({ code: 1, said: expect.stringContaining('damaged or incomplete') as string });
    expect(await command(folder, 'restore', '--', file)).toMatchObject({ code: 1, said: expect.stringContaining('add --yes to agree') as string });
    expect(await command(folder, 'restore', '--', file, '--check')).toMatchObject({
      code: 0,
      said: expect.stringContaining('The backup is complete') as string,
    });
    expect(await command(folder, 'restore')).toMatchObject({ code: 2, said: expect.stringContaining('npm run restore -- FILE') as string });
    expect(await command(folder, 'backup', '--', '--nonsense')).toMatchObject({ code: 2 });
    expect(await command(folder, 'backup', '--', '--help')).toMatchObject({ code: 0, said: expect.stringContaining('--passphrase-file FILE') as string });
    expect(await command(folder, 'backup', '--', file)).toMatchObject({ code: 1, said: expect.stringContaining('exists already') as string });
    expect(postmasterOf(folder)).toBe(0);
    expect(await contentOf(folder)).toEqual(before);
  }, 300_000);

  it('ask on a terminal, and replace nothing without a yes', async () => {
    const before = await contentOf(folder);
    // `script` opens a pseudo-terminal. The keys are sent once the question is there.
    const answered = async (keys: string) => {
      const started = await StartedDaymark.run({ DAYMARK_DATA_DIR: folder }, terminalFor(`npm run --silent restore -- ${file}`), 'pipe');
      await started.says('Type yes to continue:');
      started.child.stdin?.write(keys);
      return { code: (await started.ended).code, said: started.output };
    };
    expect(await answered('no\r')).toMatchObject({ code: 1, said: expect.stringContaining('Nothing was changed.') as string });
    expect(await answered('\x03')).toMatchObject({ code: 130, said: expect.stringContaining('Interrupted. Nothing was changed.') as string });
    expect(await answered('\x04')).toMatchObject({ code: 1, said: expect.stringContaining('Nothing was changed.') as string });
    expect(postmasterOf(folder)).toBe(0);
    expect(await contentOf(folder)).toEqual(before);
    const { code, said } = await answered('yes\r');
    expect([code, said]).toEqual([0, expect.stringContaining('The backup is restored')]);
    expect(said).toMatch(/1 account is new \(later@harbour\.example\)|All sign-ins end/);
    expect((await command(folder, 'restore', '--', '--undo', '--yes')).code).toBe(0);
  }, 300_000);

  it('leave the old state working when a restore is killed, and work at the next try', async () => {
    const before = await contentOf(folder);
    for (const moment of ['Loading the backup', 'Upgrading']) {
      const started = await StartedDaymark.run({ DAYMARK_DATA_DIR: folder }, ['npm', 'run', '--silent', 'restore', '--', file, '--yes']);
      await started.says(moment);
      await started.stop('SIGKILL', 'its group');
    }
    expect(await contentOf(folder)).toEqual(before);
    expect((await command(folder, 'restore', '--', file, '--yes')).code).toBe(0);
    expect(withoutSignIns(await contentOf(folder))).toEqual(withoutSignIns((await readBackup(file, undefined)).end.tables));
    expect((await command(folder, 'restore', '--', '--undo', '--yes')).code).toBe(0);
    expect(await contentOf(folder)).toEqual(before);
    expect((await command(folder, 'restore', '--', '--discard', '--yes')).code).toBe(0);
    expect(existsSync(join(folder, 'secrets.replaced.json'))).toBe(false);
  }, 300_000);
});
