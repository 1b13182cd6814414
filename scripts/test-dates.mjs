/**
 * `npm run test:dates`: runs all tests on six dates in the coming year. You can name dates and a kind of tests. Further arguments go to
 * jest: `npm run test:dates -- 2027-03-28T00:30Z e2e today`.
 */
import { ensureBuilt } from './built.mjs';
import { findChromium } from './chromium.mjs';
import { datesAhead } from './dates-ahead.mjs';
import { fakeTime, findFakeTime } from './fake-time.mjs';
import { begin, fail, run, stopOnSignals, tell } from './ground.mjs';
import { ensureInstalled } from './installed.mjs';

/** `closing` includes the e2e tests, because it checks their recorded answers. */
const ALL = ['unit', 'web', 'closing', 'browser', 'process'];
const KINDS = [...ALL, 'e2e'];
const IS_DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}Z)?$/;

const words = process.argv.slice(2);
const first = words.findIndex((word) => !IS_DATE.test(word));
const dates = words.slice(0, first === -1 ? words.length : first).map((text) => new Date(text));
const rest = words.slice(dates.length);
const kind = KINDS.find((each) => each === rest[0]);
const args = rest.slice(kind ? 1 : 0);
if (args.length > 0 && !kind) fail(`Name the kind of tests before ${args.join(' ')}: ${KINDS.join(', ')}.`);

begin();
stopOnSignals(130);
await ensureInstalled();
const { library, missing } = await findFakeTime();
if (missing) fail(missing);
// Before the date changes, so that packages and builds carry the real date.
await ensureBuilt('server', 'web').catch(({ message }) => fail(message));
const chromium = !kind || kind === 'browser' ? await findChromium() : {};
if (chromium.missing) fail(chromium.missing);

const results = [];
for (const at of dates.length > 0 ? dates : datesAhead(new Date())) results.push({ at, isGreen: await passesOn(at) });
for (const { at, isGreen } of results) process.stdout.write(`${at.toISOString()} ${isGreen ? 'passed' : 'FAILED'}\n`);
process.exit(results.every(({ isGreen }) => isGreen) ? 0 : 1);

/** Runs the tests under a date; their own last lines say what failed. */
async function passesOn(at) {
  tell(`--- ${at.toISOString()}`);
  const env = { ...fakeTime(library, at), ...(chromium.path && { CHROMIUM_PATH: chromium.path }) };
  return (await run(process.execPath, ['scripts/test.mjs', ...(kind ? [kind] : ALL), ...args], { env, stdout: 'inherit' })) === 0;
}
