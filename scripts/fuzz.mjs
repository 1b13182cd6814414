/**
 * `npm run test:fuzz`: searches for counterexamples with a random seed, which it prints, and 50 times the usual number of runs.
 * Arguments: `--seed N` and `--times N` set both. `--e2e` runs the suites that use the database. `--test` runs tests whose name matches a
 * pattern. Other arguments are parts of file names; without any, all files run.
 */
import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { begin, fail, ROOT, runPackage, stopOnSignals, tell } from './ground.mjs';
import { ensureInstalled } from './installed.mjs';
import { NODE_OPTIONS } from './suites.mjs';

const MAX_SEED = 2 ** 31;
const DEFAULT_TIMES = 50;
const HOUR_MS = 3_600_000;
const MAX_MINUTES = 12 * 60;

begin();
stopOnSignals(130);
const options = { seed: { type: 'string' }, times: { type: 'string' }, test: { type: 'string' }, e2e: { type: 'boolean', default: false } };
const { values, positionals: wanted } = parsed();
const seed = wholeNumber('seed', values.seed ?? randomInt(MAX_SEED), 0);
const times = wholeNumber('times', values.times ?? DEFAULT_TIMES, 1);
const files = propertySuites(values.e2e ? ['test/e2e'] : ['src', 'web/src', 'test/unit']);
if (files.length === 0) fail(`No suite with properties has a name like ${wanted.join(' or ')}.`);
await ensureInstalled();

tell(`${files.length} suites, seed ${seed}, ${times} times the usual runs`);
const projects = values.e2e ? ['e2e'] : ['unit', 'web'];
const args = [
  '--selectProjects',
  ...projects,
  '--maxWorkers',
  values.e2e ? '1' : '2',
  '--testTimeout',
  String(HOUR_MS),
  ...(values.test ? ['-t', values.test] : []),
  '--runTestsByPath',
  ...files,
];
const env = { FUZZ_SEED: String(seed), FUZZ_TIMES: String(times) };
const code = await runPackage('jest/bin/jest.js', args, { node: NODE_OPTIONS, env, group: true, minutes: MAX_MINUTES });
const asked = [values.e2e && '--e2e', `--seed ${seed}`, `--times ${times}`, values.test && `--test "${values.test}"`, ...wanted].filter(Boolean).join(' ');
tell(
  code === 0 ? `Nothing found with seed ${seed}.` : `Repeat with: npm run test:fuzz -- ${asked}\nAdd the counterexample to the \`examples\` of its property.`,
);
process.exit(code);

function parsed() {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch ({ message }) {
    return fail(message);
  }
}

function wholeNumber(name, given, least) {
  const number = Number(given);
  return Number.isInteger(number) && number >= least && number < MAX_SEED ? number : fail(`--${name} is a whole number from ${least} to ${MAX_SEED - 1}.`);
}

/** The files that check properties. */
function propertySuites(folders) {
  return folders
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true }).map((name) => join(folder, name)))
    .filter((path) => /\.(spec|e2e)\.ts$/.test(path) && (wanted.length === 0 || wanted.some((part) => path.includes(part))))
    .filter((path) => readFileSync(join(ROOT, path), 'utf8').includes('assertProperty('));
}
