/** Under `npm run test:dates` the browser has another date, too: told to each page, for Chromium itself hangs under libfaketime. */
import type { BrowserContext } from 'playwright-core';

const ahead = Number(process.env.TEST_MS_AHEAD ?? 0);

/** The environment without what changes the time of programs. */
export function browserEnvironment(): Record<string, string> {
  const { LD_PRELOAD: _, ...others } = process.env;
  return Object.fromEntries(Object.entries(others).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

export async function tellDate(context: BrowserContext): Promise<void> {
  if (ahead !== 0) await context.addInitScript(moveDate, ahead);
}

/** Runs in the page. A date that is asked for by its value stays as it is. */
function moveDate(msAhead: number): void {
  const system = Date;
  const now = () => system.now() + msAhead;
  globalThis.Date = new Proxy(system, {
    construct: (target, args, asked) => Reflect.construct(target, args.length === 0 ? [now()] : args, asked) as Date,
    get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
  });
}
