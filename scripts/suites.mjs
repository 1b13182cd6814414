/** Runs one kind of test and counts: `{ passed, failed, failures }`. A suite that runs nothing, and a test that is skipped, has failed. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, runNpm, runPackage, tell } from './ground.mjs';

/** Far above what any of them takes, on a busy machine too: a test that hangs must not hang the run. */
const MINUTES = 30;
const TEST_MS = '30000';
const REFUSE_DEPRECATIONS = pathToFileURL(join(ROOT, 'test/support/refuse-deprecations.mjs')).href;

/** Lint and types: each is one check. */
export async function check(name) {
  const code = await runNpm(['run', '--silent', name], { minutes: MINUTES });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, failures: [name] };
}

/** One project of jest.config.js, in a process group of its own, of which nothing is left afterwards. */
export async function jest(project, { args = [], env = {}, workers = '2' } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'daymark-results-'));
  const file = join(folder, 'results.json');
  try {
    const options = ['--selectProjects', project, '--json', '--outputFile', file, '--maxWorkers', workers, '--testTimeout', TEST_MS, ...args];
    const nodeOptions = `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning --import=${REFUSE_DEPRECATIONS}`;
    const code = await runPackage('jest/bin/jest.js', options, { env: { ...env, NODE_OPTIONS: nodeOptions }, stdout: 'ignore', group: true, minutes: MINUTES });
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
  if (!results) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = results;
  const skipped = numPendingTests + numTodoTests;
  if (skipped > 0) tell(`${skipped} tests of ${project} were skipped, which counts as failed.`);
  if (passed + numFailedTests === 0) tell(`${project} ran no test, which counts as failed.`);
  const failed = numFailedTests + skipped + numRuntimeErrorTestSuites;
  // jest may also fail as a whole, in its set-up or tear-down.
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed, failures: failuresIn(results) };
}

/** What failed and with which words first, a line each: what was printed as it failed lies far back by the end of a long run. */
function failuresIn({ testResults }) {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0 && message && assertionResults.length === 0) return [`${basename(name)}: ${firstLine(message)}`];
    return failed.map(({ fullName, failureMessages }) => `${basename(name)}: ${fullName}: ${firstLine(failureMessages[0] ?? '')}`);
  });
}

const firstLine = (text) =>
  text
    .replace(/\u001b\[[0-9;]*m/g, '')
    .split('\n')
    .find((line) => line.trim() !== '')
    ?.trim() ?? '';
