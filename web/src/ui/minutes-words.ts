import { readMinutes } from '@server/platform/time/minutes-text.contract';
import { count, duration, minutesOf } from './format';

export const MINUTES_HINT = 'For example 45, 1:30 or 1 h 30';

const MINUTES_IN_A_DAY = 1_440;

interface Bounds {
  min: number;
  max: number;
}

export interface ReadWithin {
  minutes?: number;
  /** How it was read, where that is not plain: '1 h 30, 90 min'. */
  words?: string;
  fault?: string;
}

/** What somebody typed as minutes, within what the field takes. */
export function readWithin(typed: string, { min, max }: Bounds): ReadWithin {
  const { minutes, fault } = readMinutes(typed);
  if (minutes === undefined) return { fault };
  if (minutes < min) return { fault: `At least ${min === 1 ? '1 minute' : duration(min)}.` };
  if (minutes > max) return { fault: max === MINUTES_IN_A_DAY ? `A day holds ${count(max)} minutes.` : `At most ${duration(max)}, ${count(max)} min.` };
  const isPlain = /^\d{1,2}$/.test(typed.trim()) && minutes < 60;
  return { minutes, ...(!isPlain && { words: minutes < 60 ? minutesOf(minutes) : `${duration(minutes)}, ${minutesOf(minutes)}` }) };
}

export const minutesText = (minutes: number | null): string => (minutes === null ? '' : String(minutes));
