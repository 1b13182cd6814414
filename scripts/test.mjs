/** `npm test`: everything there is to check, or one kind by its name; the last line is the sum over all. Further arguments go to jest. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './built.mjs';
import { findChromium } from './chromium.mjs';
import { begin, fail, stopOnSignals, tell } from './ground.mjs';
import { ensureInstalled } from './installed.mjs';
import { startRedis } from './redis.mjs';
import { check, jest } from './suites.mjs';

const FAILED = { passed: 0, failed: 1 };
/** The same story on the other engine. */
const QUEUE_TESTS = '(queue|worker|story|rate-limits)[^/]*\\.e2e\\.ts$';

/** What the closing tests look back on: every answer that the e2e tests got. */
const records = mkdtempSync(join(tmpdir(), 'daymark-records-'));
const [wanted, ...args] = process.argv.slice(2);

const SUITES = {
  lint: () => check('lint'),
  types: () => check('types'),
  unit: () => jest('unit', { args }),
  build: () =>
    ensureBuilt('server', 'web').then(
      () => ({ passed: 0, failed: 0 }),
      ({ message }) => (tell(message), FAILED),
    ),
  e2e: () => jest('e2e', { args, env: { TEST_RECORDS: records } }),
  closing: () => jest('closing', { args, env: { TEST_RECORDS: records } }),
  browser: runBrowser,
  process: () => jest('process', { args }),
  redis: runOnRedis,
};

/** What stands for what: the closing tests need what e2e recorded, browser and process tests what is built. */
const PLANS = {
  closing: ['e2e', 'closing'],
  browser: ['build', 'browser'],
  process: ['build', 'process'],
  undefined: ['lint', 'types', 'unit', 'build', 'e2e', 'closing', 'browser', 'process'],
};

async function runBrowser() {
  const { path, missing } = await findChromium();
  if (missing) return (tell(missing), FAILED);
  return jest('browser', { args, env: { CHROMIUM_PATH: path, TEST_RECORDS: records } });
}

async function runOnRedis() {
  const { url, stop, missing } = await startRedis();
  if (missing) return (tell(missing), FAILED);
  try {
    // One file at a time: on a shared Redis the worker of one would take the jobs of another.
    return await jest('e2e', { args: ['--testPathPatterns', QUEUE_TESTS, ...args], env: { TEST_REDIS_URL: url, TEST_RECORDS: records }, workers: '1' });
  } finally {
    await stop();
  }
}

begin();
stopOnSignals(130);
process.on('exit', () => rmSync(records, { recursive: true, force: true }));
if (wanted && !(wanted in SUITES)) fail(`There are no tests called ${wanted}: choose one of ${Object.keys(SUITES).join(', ')}, or none for all.`);
await ensureInstalled();

const sum = { passed: 0, failed: 0 };
const lines = [];
const failing = [];
for (const name of PLANS[wanted] ?? [wanted]) {
  tell(`--- ${name}`);
  const since = performance.now();
  const { passed, failed, failures = [] } = await SUITES[name]();
  sum.passed += passed;
  sum.failed += failed;
  failing.push(...failures.map((failure) => `FAILED ${failure}`));
  lines.push(
    `${name.padEnd(8)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${((performance.now() - since) / 1_000).toFixed(1).padStart(7)} s`,
  );
}
process.stdout.write(`\n${[...failing, ...lines].join('\n')}\n${sum.passed} passed, ${sum.failed} failed\n`);
process.exit(sum.failed > 0 ? 1 : 0);
