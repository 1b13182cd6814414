/**
 * `npm test`: all suites, two at a time; the last line is the sum over all. `npm test -- unit e2e` runs those; what follows the names goes to jest.
 * `npm test -- all redis hosting` runs all and the legs that need further programs.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './built.mjs';
import { findChromium } from './chromium.mjs';
import { begin, fail, stopOnSignals, tell } from './ground.mjs';
import { prepareHosting } from './hosting.mjs';
import { ensureInstalled } from './installed.mjs';
import { inLanes } from './lanes.mjs';
import { startRedis } from './redis.mjs';
import { check, jest } from './suites.mjs';

const FAILED = { passed: 0, failed: 1 };
/** The same story on the other queue engine. */
const QUEUE_TESTS = '(queue|worker|story|rate-limits)[^/]*\\.e2e\\.ts$';

/** Every answer that the e2e tests got; the closing tests look back on them. */
const records = mkdtempSync(join(tmpdir(), 'daymark-records-'));

/** In the order in which they begin when all run: what others need, then the longest. */
const SUITES = {
  build: { run: build },
  e2e: { run: (to) => jest('e2e', { ...to, env: { TEST_RECORDS: records } }) },
  browser: { run: runBrowser, needs: ['build'] },
  process: { run: (to) => jest('process', to), needs: ['build'] },
  redis: { run: runOnRedis, isExtra: true },
  hosting: { run: runHosting, needs: ['build'], isExtra: true },
  unit: { run: (to) => jest('unit', to) },
  lint: { run: (to) => check('lint', to) },
  types: { run: (to) => check('types', to) },
  web: { run: (to) => jest('web', to) },
  closing: { run: (to) => jest('closing', { ...to, env: { TEST_RECORDS: records } }), needs: ['e2e'] },
};

function build() {
  return ensureBuilt('server', 'web').then(
    () => ({ passed: 0, failed: 0 }),
    ({ message }) => (tell(message), FAILED),
  );
}

async function runBrowser(to) {
  const { path, missing } = await findChromium();
  if (missing) return (tell(missing), FAILED);
  return jest('browser', { ...to, env: { CHROMIUM_PATH: path, TEST_RECORDS: mkdtempSync(join(records, 'browser-')) } });
}

async function runOnRedis({ args, ...to }) {
  const { url, stop, missing } = await startRedis();
  if (missing) return (tell(missing), FAILED);
  try {
    return await jest('e2e', {
      ...to,
      args: ['--testPathPatterns', QUEUE_TESTS, ...args],
      env: { TEST_REDIS_URL: url, TEST_RECORDS: mkdtempSync(join(records, 'redis-')) },
    });
  } finally {
    await stop();
  }
}

async function runHosting(to) {
  const [{ path, missing: noChromium }, { env, stop, missing: noProgram }] = [await findChromium(), await prepareHosting()];
  const missing = noChromium ?? noProgram;
  if (missing) return (tell(missing), stop?.(), FAILED);
  try {
    return await jest('hosting', { ...to, env: { ...env, CHROMIUM_PATH: path, TEST_RECORDS: mkdtempSync(join(records, 'hosting-')) } });
  } finally {
    stop();
  }
}

/** The suites that the command line names, with what they need before them, and the arguments for jest. */
function wanted(words) {
  const isName = (word) => word === 'all' || word in SUITES;
  const end = words.findIndex((word) => !isName(word));
  const names = end === -1 ? words : words.slice(0, end);
  if (end === 0 && !words[0].startsWith('-'))
    fail(`There are no tests called ${words[0]}: choose from ${Object.keys(SUITES).join(', ')}, or give no name for all.`);
  const chosen = new Set(names.length === 0 || names.includes('all') ? Object.keys(SUITES).filter((name) => !SUITES[name].isExtra) : []);
  const add = (name) => (SUITES[name].needs?.forEach(add), chosen.add(name));
  names.filter((name) => name !== 'all').forEach(add);
  return { names: Object.keys(SUITES).filter((name) => chosen.has(name)), args: end === -1 ? [] : words.slice(end) };
}

begin();
stopOnSignals(130);
process.on('exit', () => rmSync(records, { recursive: true, force: true }));
const { names, args } = wanted(process.argv.slice(2));
await ensureInstalled();

const results = await inLanes(
  names.map((name) => ({
    name,
    needs: (SUITES[name].needs ?? []).filter((need) => names.includes(need)),
    run: (stderr) => SUITES[name].run({ args, stderr }),
  })),
  2,
);

const sum = { passed: 0, failed: 0 };
const [slow, failures, lines] = [[], [], []];
for (const { name, passed, failed, failures: failing = [], slow: slowOnes = [], seconds } of results) {
  sum.passed += passed;
  sum.failed += failed;
  slow.push(...slowOnes.map((test) => `SLOW ${test}`));
  failures.push(...failing.map((failure) => `FAILED ${failure}`));
  lines.push(`${name.padEnd(8)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds.toFixed(1).padStart(7)} s`);
}
process.stdout.write(`\n${[...slow, ...failures, ...lines].join('\n')}\n${sum.passed} passed, ${sum.failed} failed\n`);
process.exit(sum.failed > 0 ? 1 : 0);
