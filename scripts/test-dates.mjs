/**
 * `npm run test:dates`: runs all tests on six dates in the coming year, and ends with the counts and failures of each. You can name dates
 * and suites, and further arguments go to jest: `npm run test:dates -- 2027-03-28T00:30Z e2e browser today`.
 */
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './built.mjs';
import { findChromium } from './chromium.mjs';
import { datesAhead, readArguments } from './dates-ahead.mjs';
import { fakeTime, findFakeTime, keepSharedMemoryClean } from './fake-time.mjs';
import { begin, fail, run, stopOnSignals, tell } from './ground.mjs';
import { ensureInstalled } from './installed.mjs';

const { dates, suites, args, fault } = readArguments(process.argv.slice(2));
if (fault) fail(fault);

begin();
stopOnSignals(130);
await ensureInstalled();
const { library, missing } = await findFakeTime();
if (missing) fail(missing);
keepSharedMemoryClean();
// Before the date changes, so that packages and builds carry the real date.
await ensureBuilt('server', 'web').catch(({ message }) => fail(message));
const chromium = suites.includes('browser') ? await findChromium() : {};
if (chromium.missing) fail(chromium.missing);

const results = [];
for (const at of dates.length > 0 ? dates : datesAhead(new Date())) results.push(await runOn(at));
for (const { at, report, isGreen } of results) process.stdout.write(`\n${nameOf(at)} ${isGreen ? 'passed' : 'FAILED'}\n${report.trim()}\n`);
process.exit(results.every(({ isGreen }) => isGreen) ? 0 : 1);

/** Runs the tests under a date. What they write to standard output is their report: failures, counts by suite, and the sum. */
async function runOn(at) {
  tell(`=== ${nameOf(at)}`);
  const folder = mkdtempSync(join(tmpdir(), 'daymark-dates-'));
  const file = join(folder, 'report');
  const stdout = openSync(file, 'w');
  try {
    const env = { ...fakeTime(library, at), ...(chromium.path && { CHROMIUM_PATH: chromium.path }) };
    const code = await run(process.execPath, ['scripts/test.mjs', ...suites, ...args], { env, stdout });
    const report = readFileSync(file, 'utf8');
    tell(report);
    return { at, report, isGreen: code === 0 };
  } finally {
    closeSync(stdout);
    rmSync(folder, { recursive: true, force: true });
  }
}

function nameOf(at) {
  return at.toISOString().replace(/:\d{2}\.\d{3}Z$/, 'Z');
}
