import { plainCell } from '../text/plain-cell.contract.js';
import { clockSeconds, readDuration, unitOfWord } from './duration-text.contract.js';

/** An amount of time in a field, read as whole minutes. The web app shows how it was read. */

export type ReadMinutes = { minutes: number; fault?: undefined } | { minutes?: undefined; fault: string };

const EXAMPLES = 'Write it like 90, 1:30 or 1 h 30.';

/**
 * Reads every form that `readDuration` reads: 90, 1:30, 1h30, 1 h 30 min, 1.5 h, 1,5h, 1½ h, 90 min and PT1H30M are an hour and a half. A colon
 * is between hours and minutes. What could be meant in two ways is refused with a sentence that says how to write it: a decimal number
 * without a unit, a colon with one digit after it, more than 59 minutes after the hours. Hours with decimals are rounded to whole minutes.
 *
 * @param unit what a number without a unit is, by the label of the field
 */
export function readMinutes(typed: string, unit: 'minutes' | 'hours' = 'minutes'): ReadMinutes {
  const text = plainCell(typed).toLowerCase();
  if (text === '') return { fault: 'How long? ' + EXAMPLES };
  const read = readDuration(text);
  if (!read) return { fault: whyUnreadable(text) };
  if (read.kind === 'clock') return { minutes: clockSeconds(read.parts, 'h:mm') / 60 };
  if (read.kind === 'seconds') return wholeMinutes(read.seconds, text);
  if (unit === 'hours') return { minutes: Math.round(read.value * 60) };
  return read.sign === null ? { minutes: read.value } : { fault: `Hours or minutes? Write ${text} h, or whole minutes.` };
}

function wholeMinutes(seconds: number, text: string): ReadMinutes {
  if (seconds % 60 === 0) return { minutes: seconds / 60 };
  if (isDecimalHours(text)) return { minutes: Math.round(seconds / 60) };
  const [, clock] = /^(\d{1,4}:\d{2}):\d{2}/.exec(text) ?? [];
  return { fault: clock === undefined ? 'Whole minutes only.' : `Whole minutes only. Write ${clock}.` };
}

function isDecimalHours(text: string): boolean {
  const [, word] = /^\d+[.,]\d+ ?([^\d\s]+)$/.exec(text) ?? [];
  return word !== undefined && unitOfWord(word) === 'h';
}

function whyUnreadable(text: string): string {
  const [, hours, minutes] = /^(\d{1,4}):(\d{1,2})$/.exec(text) ?? [];
  if (minutes?.length === 1) return `Write two digits after the colon: ${hours}:0${minutes} or ${hours}:${minutes}0.`;
  if (minutes !== undefined || hasTooManyMinutes(text)) return 'After the hours, minutes go up to 59.';
  return `We can't read this. ${EXAMPLES}`;
}

/** 1 h 90 */
function hasTooManyMinutes(text: string): boolean {
  const [, word = '', minutes] = /^\d+ ?([^\d\s]+) ?(\d+) ?\D*$/.exec(text) ?? [];
  return unitOfWord(word) === 'h' && Number(minutes) > 59;
}
