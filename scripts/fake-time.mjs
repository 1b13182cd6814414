/** libfaketime: the environment in which a program and all that it starts see another date. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installDebianPackage } from './debian.mjs';
import { hideSymbols } from './hide-symbols.mjs';

const LIBRARIES = [
  `/usr/lib/${{ x64: 'x86_64', arm64: 'aarch64' }[process.arch] ?? process.arch}-linux-gnu/faketime/libfaketimeMT.so.1`,
  '/usr/lib64/faketime/libfaketimeMT.so.1',
  '/usr/lib/faketime/libfaketimeMT.so.1',
];
const installed = () => LIBRARIES.find((path) => existsSync(path));

/**
 * Functions that libfaketime wraps only to let time run faster or slower, which we do not want. While one of its wrappers waits, a signal
 * handler gets the real time. The timers of PostgreSQL are such handlers: on a later date, it would never find a deadlock.
 */
const WAITS = ['epoll_wait', 'epoll_pwait', 'poll', 'ppoll', 'select', 'pselect', 'nanosleep', 'usleep', 'sleep'];
const DAY_MS = 86_400_000;

/** libfaketime keeps a semaphore and shared memory for each process here. Their names end with the process id. */
const SHARED_MEMORY = '/dev/shm';
const OF_PROCESS = /^(?:sem\.)?faketime_(?:sem|shm)_(\d+)$/;
const CLEAN_EVERY_MS = 2_000;

/** `{ library }`, without the wrappers that wait, or a sentence in `missing`. */
export async function findFakeTime() {
  const original = installed() ?? ((await installDebianPackage('libfaketime')) ? installed() : undefined);
  if (!original) return { missing: 'Tests on other dates need libfaketime. Install the package libfaketime (or faketime) of your system.' };
  const library = copyWithoutWaits(original);
  return hasEffect(library) ? { library } : { missing: `${original} has no effect on this system: programs still see the real date.` };
}

/**
 * Until this program ends, removes the shared memory that killed processes left. A later process of another user with the same id could not
 * open it and would exit at once.
 */
export function keepSharedMemoryClean() {
  setInterval(() => {
    for (const name of existsSync(SHARED_MEMORY) ? readdirSync(SHARED_MEMORY) : []) {
      const [, pid] = OF_PROCESS.exec(name) ?? [];
      if (pid && !existsSync(`/proc/${pid}`)) rmSync(join(SHARED_MEMORY, name), { force: true });
    }
  }, CLEAN_EVERY_MS).unref();
}

/** A folder that everybody may read: started by root, PostgreSQL runs as another user. */
function copyWithoutWaits(original) {
  const folder = mkdtempSync(join(tmpdir(), 'daymark-faketime-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o755);
  const copy = join(folder, 'libfaketime.so');
  writeFileSync(copy, hideSymbols(readFileSync(original), WAITS));
  return copy;
}

/** A library that cannot be loaded is left out with a warning, and the tests would run on the real date. */
function hasEffect(library) {
  const env = { ...process.env, ...fakeTime(library, new Date(Date.now() + DAY_MS)) };
  const { stdout } = spawnSync(process.execPath, ['--print', 'Date.now()'], { env, encoding: 'utf8' });
  return Number(stdout) - Date.now() > DAY_MS / 2;
}

/**
 * Time runs on from the given moment, for every process alike whenever it starts. Durations (the monotonic clock) and the times of files
 * stay as they are, or time-outs and caches would go wrong.
 */
export function fakeTime(library, at) {
  const secondsAhead = Math.round((at.getTime() - Date.now()) / 1_000);
  return {
    LD_PRELOAD: library,
    FAKETIME: `${secondsAhead < 0 ? '' : '+'}${secondsAhead}`,
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    FAKETIME_DONT_RESET: '1',
    NO_FAKE_STAT: '1',
    // For the browser tests, which move the date in each page.
    TEST_MS_AHEAD: String(secondsAhead * 1_000),
  };
}
