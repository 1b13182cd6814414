import { Problem } from '../http/problem.js';
import { tooManyRequests } from '../http/problems.contract.js';

/** The refusal of somebody who is over a limit; its `seconds` become the header Retry-After. */
export function tooMany(what: string, seconds: number): Problem {
  return new Problem(tooManyRequests, `${what} Try again in ${inWords(seconds)}.`, { seconds });
}

/** A wait as people say it, rounded up so that who waits that long is let through. */
export function inWords(seconds: number): string {
  if (seconds < 60) return counted(Math.max(1, seconds), 'second');
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? counted(minutes, 'minute') : counted(Math.ceil(minutes / 60), 'hour');
}

const counted = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;
