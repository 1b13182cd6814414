/**
 * What the runner does not do itself. A test or hook that takes too long fails under its own name; so does one during which something fails
 * that nobody waits for, which would end the process with all tests of the run.
 */
import { addEventHandler } from 'jest-circus';

const DEFAULT_LIMIT_MS = 30_000;

/** Fails the test or hook that runs now; between two of them, the error is kept for the next. */
let failCurrent;
let stray;

export default function guardTests() {
  addEventHandler(({ name, timeout }, { currentDescribeBlock }) => {
    if (name === 'add_test') guard(currentDescribeBlock.children.at(-1), timeout);
    if (name === 'add_hook') guard(currentDescribeBlock.hooks.at(-1), timeout);
  });
  for (const event of ['unhandledRejection', 'uncaughtException']) process.on(event, (error) => (failCurrent ? failCurrent(error) : (stray ??= error)));
}

function guard(runnable, milliseconds = DEFAULT_LIMIT_MS) {
  const { fn } = runnable;
  if (!fn) return;
  runnable.fn = async () => {
    let timer;
    const failed = new Promise((_, reject) => {
      failCurrent = reject;
      timer = setTimeout(() => reject(new Error(`This took longer than ${milliseconds} ms`)), milliseconds);
      if (stray) reject(stray);
      stray = undefined;
    });
    await Promise.race([failed, fn()]).finally(() => {
      clearTimeout(timer);
      failCurrent = undefined;
    });
  };
}
