/** How people write an amount of time, read as minutes. The one reading for every field; the web app shows how it was read. */

export type ReadMinutes = { minutes: number; fault?: undefined } | { minutes?: undefined; fault: string };

const HOURS = 'h|hr|hrs|hour|hours';
const MINUTES = 'm|min|mins|minute|minutes';
const [NUMBER, WHOLE] = [String.raw`(\d{1,6}(?:[.,]\d{1,4})?)`, String.raw`(\d{1,6})`];
const form = (pattern: string) => new RegExp(`^${pattern}$`, 'iu');

const PLAIN = form(WHOLE);
const CLOCK = form(String.raw`(\d{1,4}):(\d{1,2})(?::(\d{2}))?`);
const OF_MINUTES = form(String.raw`${NUMBER} ?(?:${MINUTES})\.?`);
const OF_HOURS = form(String.raw`${NUMBER} ?(?:${HOURS})\.?`);
const OF_BOTH = form(String.raw`${WHOLE} ?(?:${HOURS})\.?,? ?(?:and )?(\d{1,4}) ?(?:${MINUTES})?\.?`);
const HOURS_ALONE = form(NUMBER);
const DECIMAL = form(String.raw`\d+[.,]\d+`);

const EXAMPLES = 'Write it like 90, 1:30 or 1 h 30.';

/**
 * 90, 1:30, 1h30, 1 h 30 min, 1.5 h, 1,5h and 90 min are an hour and a half. What could be meant in two ways is refused with a sentence that says
 * how to write it: a decimal number without a unit, a colon with one digit after it, more than 59 minutes after the hours.
 * Hours with decimals are rounded to whole minutes.
 *
 * @param unit what a number without a unit is, by the label of the field
 */
export function readMinutes(typed: string, unit: 'minutes' | 'hours' = 'minutes'): ReadMinutes {
  const text = typed.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  if (unit === 'hours' && HOURS_ALONE.test(text)) return { minutes: Math.round(decimal(text) * 60) };
  if (text === '') return { fault: 'How long? ' + EXAMPLES };
  const plain = PLAIN.exec(text);
  if (plain) return { minutes: Number(plain[1]) };
  const clock = CLOCK.exec(text);
  if (clock) return ofClock(clock);
  const both = OF_BOTH.exec(text);
  if (both) return hoursAndMinutes(Number(both[1]), Number(both[2]));
  const hours = OF_HOURS.exec(text);
  if (hours) return { minutes: Math.round(decimal(hours[1]) * 60) };
  const minutes = OF_MINUTES.exec(text);
  if (minutes) return Number.isInteger(decimal(minutes[1])) ? { minutes: decimal(minutes[1]) } : { fault: 'Whole minutes only.' };
  if (DECIMAL.test(text)) return { fault: `Hours or minutes? Write ${text} h, or whole minutes.` };
  return { fault: `We can't read this. ${EXAMPLES}` };
}

const decimal = (text = ''): number => Number(text.replace(',', '.'));

function ofClock([, hours = '', minutes = '', seconds = '00']: readonly string[]): ReadMinutes {
  if (minutes.length === 1) return { fault: `Write two digits after the colon: ${hours}:0${minutes} or ${hours}:${minutes}0.` };
  if (seconds !== '00') return { fault: `Whole minutes only. Write ${hours}:${minutes}.` };
  return hoursAndMinutes(Number(hours), Number(minutes));
}

const hoursAndMinutes = (hours: number, minutes: number): ReadMinutes =>
  minutes < 60 ? { minutes: hours * 60 + minutes } : { fault: 'After the hours, minutes go up to 59.' };
