/** Containers are run as any user id. What each of them meets at the start is provoked with that id. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../src/platform/embedded/embedded-postgres.js';
import { freePort } from '../process/started-daymark.js';
import { freshDatabase } from '../support/daymark.js';

/** In no /etc/passwd. */
const NAMELESS = 12_345;

describe('a user id without a name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daymark-uid-'));
  const data = join(folder, 'data');
  beforeAll(() => {
    if (process.getuid?.() !== 0) throw new Error('These tests start programs as other users: run them as root, as CI does.');
    chmodSync(folder, 0o711);
    mkdirSync(data);
    chownSync(data, NAMELESS, 0);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Starts Daymark as that user in the folder of the built one; resolves to what it says once it ends or is ready. */
  async function start(settings: Record<string, string>): Promise<string> {
    const env = { PATH: process.env.PATH ?? '', PORT: String(await freePort()), DAYMARK_DATA_DIR: data, DAYMARK_LOG_LEVEL: 'warn', ...settings };
    const child = spawn(process.execPath, ['dist/src/main.js'], { uid: NAMELESS, gid: 0, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const ended = once(child, 'close');
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        said += String(text);
        if (said.includes('Daymark is ready')) child.kill('SIGTERM');
      });
    await ended;
    return said;
  }

  it('starts on your own PostgreSQL', async () => {
    const database = await freshDatabase();
    const said = await start({ DATABASE_URL: database.url, DAYMARK_TOKEN_SECRET: 'a secret that only these tests know' });
    await database.drop();
    expect(said).toContain('Daymark is ready at http://localhost:');
  }, 60_000);

  it('is refused by name on the embedded one, with the way out', async () => {
    const said = await start({});
    expect(said.trim().split('\n').at(-1)).toBe(
      `The database could not be created in ${data} (initdb: could not look up effective user ID ${NAMELESS}: user does not exist). ` +
        'PostgreSQL runs only as a user with a name. Start Daymark as a user that /etc/passwd has (in a container: without --user or runAsUser), ' +
        'or set DATABASE_URL to your own PostgreSQL.',
    );
  }, 60_000);

  it('is told that a data folder is not its own', async () => {
    const other = join(folder, 'other');
    mkdirSync(other, { mode: 0o700 });
    expect(await start({ DAYMARK_DATA_DIR: join(other, 'data') })).toMatch(
      /other\/data cannot be written \(EACCES\): make its folder writable, or choose another/,
    );
  }, 60_000);
});

describe('a data folder of another PostgreSQL', () => {
  it('is told by both versions', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'daymark-version-'));
    mkdirSync(join(folder, 'postgres'));
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '17\n');
    await expect(startEmbeddedPostgres(folder, { throwAway: true })).rejects.toThrow('is of PostgreSQL 17 and this Daymark brings 18');
    rmSync(folder, { recursive: true });
  });
});
