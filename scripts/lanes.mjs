/** Runs tasks side by side, a few at a time, each with its output kept together. */
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tell } from './ground.mjs';

/**
 * Runs `{ name, needs, run(stderr) }` in the given order, `lanes` of them at a time, each as soon as what it needs has ended without a failure.
 * `run` resolves to `{ passed, failed, failures }` and writes to the descriptor `stderr`. Resolves to the results in the order of the tasks, with `name` and `seconds`.
 * A task whose need failed is not run and counts as one failure.
 */
export async function inLanes(tasks, lanes) {
  const results = new Map();
  const waiting = [...tasks];
  const running = new Set();
  const isReady = ({ needs }) => needs.every((need) => results.has(need));
  while (waiting.length > 0 || running.size > 0) {
    while (running.size < lanes && waiting.some(isReady)) {
      const [task] = waiting.splice(waiting.findIndex(isReady), 1);
      const end = runOne(task, results, tasks.length > 1).then((result) => (results.set(task.name, result), running.delete(end)));
      running.add(end);
    }
    await Promise.race(running);
  }
  return tasks.map(({ name }) => results.get(name));
}

async function runOne({ name, needs, run }, results, isOneOfMany) {
  const failed = needs.find((need) => results.get(need).failed > 0 && results.get(need).passed === 0);
  if (failed) return { name, passed: 0, failed: 1, failures: [`${name}: not run, because ${failed} failed`], seconds: 0 };
  const since = performance.now();
  tell(`--- ${name} begins`);
  const result = isOneOfMany ? await keepingOutput(name, run) : await run(process.stderr);
  return { name, ...result, seconds: (performance.now() - since) / 1_000 };
}

/** Output of two programs at once cannot be read, so each is shown as a whole when it ends. */
async function keepingOutput(name, run) {
  const folder = mkdtempSync(join(tmpdir(), 'daymark-output-'));
  const file = join(folder, 'stderr');
  const descriptor = openSync(file, 'w');
  try {
    return await run(descriptor);
  } finally {
    closeSync(descriptor);
    tell(`--- ${name}\n${readFileSync(file, 'utf8')}`);
    rmSync(folder, { recursive: true, force: true });
  }
}
