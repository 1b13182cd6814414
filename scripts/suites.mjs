/** Runs one suite of tests and counts: `{ passed, failed, failures, slow }`. A suite without tests and a skipped test count as failed. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, runNpm, runPackage, tell } from './ground.mjs';

/** Far above what any suite takes, on a busy machine too: a test that hangs must not hang the run. */
const MAX_MINUTES = 30;
const TEST_LIMIT_MS = '30000';
/** Tests that take longer are listed, because they probably waited for a retry. */
const SLOW_MS = 30_000;

const importing = (file) => `--import=${pathToFileURL(join(ROOT, 'test/support', file)).href}`;
/** The options of Node itself for jest: Node loads our TypeScript directly, except for the web's unit tests, which jest loads (jest.config.js). */
export const NODE_OPTIONS = [
  '--enable-source-maps',
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  importing('register-ts.mjs'),
  importing('refuse-deprecations.mjs'),
];

/** Lint and types: each is one check. */
export async function check(name, { stderr } = {}) {
  const code = await runNpm(['run', '--silent', name], { minutes: MAX_MINUTES, stderr });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, failures: [name] };
}

/** One project of jest.config.js, in a process group of its own, of which nothing is left afterwards. */
export async function jest(project, { args = [], env = {}, stderr } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'daymark-results-'));
  const file = join(folder, 'results.json');
  try {
    const options = ['--selectProjects', project, '--json', '--outputFile', file, '--maxWorkers', '1', '--testTimeout', TEST_LIMIT_MS, ...args];
    const code = await runPackage('jest/bin/jest.js', options, { node: NODE_OPTIONS, env, stdout: 'ignore', stderr, group: true, minutes: MAX_MINUTES });
    return count(project, code, resultsIn(file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function resultsIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function count(project, code, results) {
  if (!results) return { passed: 0, failed: 1, failures: [`${project}: the run ended without results`] };
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = results;
  const skipped = numPendingTests + numTodoTests;
  if (skipped > 0) tell(`${skipped} tests of ${project} were skipped, which counts as failed.`);
  if (passed + numFailedTests === 0) tell(`${project} ran no test, which counts as failed.`);
  const failed = numFailedTests + skipped + numRuntimeErrorTestSuites;
  const failures = failuresIn(results);
  // jest may also fail as a whole, in its set-up or tear-down.
  if (failed === 0 && (code !== 0 || passed === 0)) return { passed, failed: 1, failures: [...failures, `${project}: the run failed, but no test did`] };
  return { passed, failed, failures, slow: slowIn(results) };
}

/** One line for each failure, with the first line of its message: what was printed when it failed is far back by the end of a long run. */
function failuresIn({ testResults }) {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0 && message && assertionResults.length === 0) return [`${basename(name)}: ${firstLine(message)}`];
    return failed.map(({ ancestorTitles, title, failureMessages }) => {
      const names = [...ancestorTitles, title];
      return `${basename(name)}: ${names.join(' ')}: ${firstLine((failureMessages[0] ?? '').replace(names.join(' > '), ''))}`;
    });
  });
}

/** One line for each slow test that passed, with its seconds. */
function slowIn({ testResults }) {
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status, duration }) => status === 'passed' && duration > SLOW_MS)
      .map(({ ancestorTitles, title, duration }) => `${basename(name)}: ${[...ancestorTitles, title].join(' ')}: ${Math.round(duration / 1000)} s`),
  );
}

const firstLine = (text) =>
  text
    .replace(/\u001b\[[0-9;]*m/g, '')
    .split('\n')
    .find((line) => line.trim() !== '')
    ?.trim() ?? '';
