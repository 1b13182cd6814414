/**
 * What the runner does not do itself. A test or hook that takes too long fails under its own name. So does one during which something fails
 * that nobody waits for, which would otherwise end the process with all tests of the run.
 */
import type { Circus } from '@jest/types';
import { addEventHandler } from 'jest-circus';

const DEFAULT_LIMIT_MS = 30_000;

type Fail = (error: unknown) => void;

/** Fails the test or hook that runs now. Between two of them, the error is kept for the next. */
let failCurrent: Fail | undefined;
let stray: { error: unknown } | undefined;

export default function guardTests(): void {
  addEventHandler((event, { currentDescribeBlock }) => {
    if (event.name === 'add_test') guard(currentDescribeBlock.children.at(-1) as Circus.TestEntry, event.timeout);
    if (event.name === 'add_hook') guard(currentDescribeBlock.hooks.at(-1)!, event.timeout);
  });
  const fail: Fail = (error) => (failCurrent ? failCurrent(error) : (stray ??= { error }));
  for (const event of ['unhandledRejection', 'uncaughtException']) process.on(event, fail);
}

function guard(runnable: { fn?: Circus.TestFn | Circus.HookFn | undefined }, milliseconds: number | undefined): void {
  const { fn } = runnable;
  if (fn) runnable.fn = guarded(fn as () => unknown, milliseconds);
}

/** The function of a test or hook as it runs under guard. However it ends, nothing of its limit is left for the tests after it. */
export function guarded(fn: () => unknown, milliseconds = DEFAULT_LIMIT_MS): () => Promise<void> {
  return async () => {
    const outer = failCurrent;
    let timer: NodeJS.Timeout | undefined;
    const failed = new Promise<never>((_, reject) => {
      failCurrent = reject;
      timer = setTimeout(() => reject(new Error(`This took longer than ${milliseconds} ms`)), milliseconds);
      if (stray) reject(stray.error);
      stray = undefined;
    });
    // In an async function, a test that throws at once is a promise that rejects, like any other failure.
    const running = (async () => fn())();
    await Promise.race([failed, running]).finally(() => {
      clearTimeout(timer);
      failCurrent = outer;
    });
  };
}
