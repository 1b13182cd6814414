/** libfaketime: the environment in which a program and all that it starts see another date. */
import { existsSync } from 'node:fs';
import { installDebianPackage } from './debian.mjs';

const LIBRARIES = [
  `/usr/lib/${{ x64: 'x86_64', arm64: 'aarch64' }[process.arch] ?? process.arch}-linux-gnu/faketime/libfaketimeMT.so.1`,
  '/usr/lib64/faketime/libfaketimeMT.so.1',
  '/usr/lib/faketime/libfaketimeMT.so.1',
];
const installed = () => LIBRARIES.find((path) => existsSync(path));

/** `{ library }`, or a sentence in `missing`. */
export async function findFakeTime() {
  const library = installed() ?? ((await installDebianPackage('libfaketime')) ? installed() : undefined);
  return library ? { library } : { missing: 'Tests on other dates need libfaketime. Install the package libfaketime (or faketime) of your system.' };
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
