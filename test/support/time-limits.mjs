/** Gives every test and hook a limit of time, which the runner itself does not know: one that hangs fails under its own name. */
import { addEventHandler } from 'jest-circus';

const DEFAULT_LIMIT_MS = 30_000;

export default function limitTimes() {
  addEventHandler(({ name, timeout }, { currentDescribeBlock }) => {
    if (name === 'add_test') limit(currentDescribeBlock.children.at(-1), timeout);
    if (name === 'add_hook') limit(currentDescribeBlock.hooks.at(-1), timeout);
  });
}

function limit(runnable, milliseconds = DEFAULT_LIMIT_MS) {
  const { fn } = runnable;
  if (!fn) return;
  runnable.fn = async () => {
    let timer;
    const limited = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`This took longer than ${milliseconds} ms`)), milliseconds);
    });
    await Promise.race([fn(), limited]).finally(() => clearTimeout(timer));
  };
}
