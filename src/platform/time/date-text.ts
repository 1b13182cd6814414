/** Dates and times of day as people and programs write them. An order of day and month is never guessed: both readings are given. */
import { Temporal } from 'temporal-polyfill';
import { monthNumbers, weekdayNames } from './month-words.js';
import type { LocalDate } from './time.contract.js';
import { normalForm } from '../text/normal-text.contract.js';
import { LONGEST_VALUE } from '../text/plain-cell.contract.js';

export type DateOrder = 'day-first' | 'month-first' | 'year-first';
export const DATE_ORDERS: readonly DateOrder[] = ['day-first', 'month-first', 'year-first'];

export interface DateText {
  /** What it is in each order; null where there is no such date. */
  dates: Readonly<Record<DateOrder, LocalDate | null>>;
  /** Seconds after midnight, where a time of day is written behind the date. */
  seconds: number | null;
  /** Where the text names a moment in UTC: its date depends on the reader's zone. */
  instant: Temporal.Instant | null;
  /** How it is written: 46328 is a spreadsheet's number of a day, 1793638800 a count of seconds. */
  form: 'year' | 'dots' | 'numbers' | 'words' | 'day-number' | 'epoch';
}

const TIME = /(\d{1,2})(?::|h|\.)(\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*(a\.?m\.?|p\.?m\.?|uhr)?/.source;
const HOUR = /(\d{1,2})\s*(a\.?m\.?|p\.?m\.?|uhr|h)/.source;
const ONLY_TIME = new RegExp(`^(?:${TIME})$`, 'i');
const ONLY_HOUR = new RegExp(`^${HOUR}$`, 'i');

/** Seconds after midnight of 19:05, 19:05:10, 7:05 PM, 7 pm, 19h30, 19.30 Uhr; null where it is no time of day. */
export function readTimeOfDay(cell: string): number | null {
  if (cell.length > LONGEST_VALUE) return null;
  const [match, hours = '', minutes = '0', seconds = '0', half] = ONLY_TIME.exec(cell) ?? [];
  if (match !== undefined) return timeOf(Number(hours), Number(minutes), Number(seconds), half);
  const [, hour, word] = ONLY_HOUR.exec(cell) ?? [];
  return hour === undefined ? null : timeOf(Number(hour), 0, 0, word);
}

function timeOf(hours: number, minutes: number, seconds: number, half: string | undefined): number | null {
  const word = half?.toLowerCase().replaceAll('.', '');
  const isHalf = word === 'am' || word === 'pm';
  if (minutes > 59 || seconds > 59 || hours > (isHalf ? 12 : 24) || (isHalf && hours === 0)) return null;
  const hour = isHalf ? (hours % 12) + (word === 'pm' ? 12 : 0) : hours;
  const all = hour * 3_600 + minutes * 60 + seconds;
  return all > 86_400 ? null : all;
}

/** Null if it is not a date. The cell must be plain (`plainCell`). */
export function readDate(cell: string): DateText | null {
  if (cell.length > LONGEST_VALUE) return null;
  const text = cell.replace(/(\d)[年년] ?(\d{1,2})[月월] ?(\d{1,2})[日일](?: ?\([\p{Script=Han}\p{Script=Hangul}]{1,3}\))?/u, '$1-$2-$3');
  return bareNumber(text) ?? weekDate(text) ?? withTime(text) ?? inWords(text);
}

/** Days since 30 December 1899, as spreadsheets count; seconds or milliseconds since 1970. */
function bareNumber(text: string): DateText | null {
  const [, days, fraction] = /^(\d{5})(?:[.,](\d+))?$/.exec(text) ?? [];
  if (days !== undefined && Number(days) >= 30_000 && Number(days) < 80_000) {
    const date = Temporal.PlainDate.from('1899-12-30')
      .add({ days: Number(days) })
      .toString();
    return { dates: inEach(date), seconds: fraction === undefined ? null : Math.round(Number(`0.${fraction}`) * 86_400), instant: null, form: 'day-number' };
  }
  const [, year, month, day, rest] = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:t(\d{4,6}z?))?$/i.exec(text) ?? [];
  if (year !== undefined) {
    const time = rest === undefined ? '' : ` ${rest.slice(0, 2)}:${rest.slice(2, 4)}${/z$/i.test(rest) ? 'Z' : ''}`;
    return withTime(`${year}-${month}-${day}${time}`);
  }
  if (!/^(?:\d{10}|\d{13})$/.test(text)) return null;
  const instant = Temporal.Instant.fromEpochMilliseconds(Number(text) * (text.length === 10 ? 1_000 : 1));
  return { dates: inEach(instant.toString().slice(0, 10)), seconds: null, instant, form: 'epoch' };
}

/** 2026-W45-1, a day of a week of the year (ISO 8601). */
function weekDate(text: string): DateText | null {
  const [, year, week, day] = /^((?:19|20)\d\d)-?w(\d\d)-?([1-7])$/i.exec(text) ?? [];
  if (year === undefined) return null;
  // 4 January is always in the first week.
  const fourth = Temporal.PlainDate.from(`${year}-01-04`);
  const date = fourth.add({ days: 7 * (Number(week) - 1) + Number(day) - fourth.dayOfWeek });
  const isOfYear = date.yearOfWeek === Number(year) && date.weekOfYear === Number(week);
  return isOfYear ? { dates: inEach(date.toString()), seconds: null, instant: null, form: 'year' } : null;
}

const ZONE = /\s?(?:z|(?:gmt|utc|[ECM][ES]?[SD]?T)?\s?(?:[+-]\d{1,2}(?::?\d{2})?)?(?:\s?\([^)]*\))?)/.source;
const DATE_TIME = new RegExp(`^(.*?\\d\\.?)(?:,? (?:at |um |à )?|t)(${TIME})(${ZONE})$`, 'i');
const NUMBERS = /^(\d{1,4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,4})\.?$/;

/** A date in numbers, with or without a time behind it and a day of the week before it. */
function withTime(text: string): DateText | null {
  const bare = text.replace(/^(\p{L}{2,12})\.?,? (?=\d)/u, (match, word: string) => (weekdayNames().has(folded(word)) ? '' : match));
  const found = DATE_TIME.exec(bare);
  const [, date = bare, time] = found ?? [];
  const numbers = NUMBERS.exec(date.trim());
  if (!numbers) return null;
  const read = inNumbers(numbers);
  if (!read) return null;
  const seconds = time === undefined ? null : readTimeOfDay(time.trim());
  if (time !== undefined && seconds === null) return null;
  return atUtc({ ...read, seconds }, found?.at(-1) ?? '');
}

function inNumbers([, one = '', sign, two = '', three = '']: RegExpExecArray): Omit<DateText, 'seconds'> | null {
  if (one.length === 4) return three.length > 2 ? null : reading('year', inEach(dateOf(one, two, three)));
  if (one.length > 2 || (three.length !== 4 && three.length !== 2)) return null;
  const dates = {
    'day-first': dateOf(three, two, one),
    'month-first': dateOf(three, one, two),
    'year-first': three.length === 2 && one.length === 2 ? dateOf(one, two, three) : null,
  };
  // With dots the day comes first wherever people write so.
  return sign === '.' && three.length === 4 ? reading('dots', inEach(dates['day-first'])) : reading('numbers', dates);
}

function reading(form: DateText['form'], dates: DateText['dates']): Omit<DateText, 'seconds'> | null {
  return DATE_ORDERS.some((order) => dates[order] !== null) ? { dates, instant: null, form } : null;
}

/** A moment in UTC is one, whatever zone reads it; with another offset, the date and time are those where it was written. */
function atUtc(read: DateText, zone: string): DateText {
  const date = read.dates['day-first'];
  if (read.form !== 'year' || date === null || read.seconds === null || !/^\s?(?:z|(?:utc|gmt)\s?|(?:utc|gmt)?[+-]00?(?::?00)?)$/i.test(zone)) return read;
  const instant = Temporal.Instant.from(`${date}T00:00:00Z`).add({ seconds: read.seconds });
  return { ...read, instant };
}

/** 2 Nov 2026, November 2nd, 2026, 2. November 2026, Mon Nov 02 19:00:00 GMT+01:00 2026; in the languages of month-words.ts. */
function inWords(text: string): DateText | null {
  const time = new RegExp(`(?:^|[ ,])(${TIME})(?= |,|$)`, 'i').exec(text);
  const rest = (time ? text.replace(time[0], ' ') : text).replace(
    /(?:\b(?:gmt|utc|[ecm]es?t)|(?<=\s))[+-]\d{1,2}:?\d{2}|\b(?:gmt|utc|cet|cest)(?:[+-]\d{1,2})?\b/i,
    ' ',
  );
  const tokens = rest.split(/[ ,/-]+|\.(?= |$)|(?<=\d)\.(?=\p{L})/u).filter((token) => token !== '');
  const words = tokens.filter((token) => !/^\d/.test(token)).map((token) => folded(token.replace(/\.$/, '')));
  const numbers = tokens.filter((token) => /^\d/.test(token)).map((token) => token.replace(/(?:st|nd|rd|th|er|º|ª|\.)$/i, ''));
  const months = words.filter((word) => monthNumbers().has(word));
  const [name] = months.length > 1 ? months.filter((word) => !weekdayNames().has(word)) : months;
  const others = words.filter((word) => word !== name && !weekdayNames().has(word) && !FILLERS.has(word));
  const year = numbers.find((number) => /^\d{4}$/.test(number)) ?? (numbers.length === 2 ? numbers[1] : undefined);
  const day = numbers.find((number) => number !== year);
  if (name === undefined || others.length > 0 || numbers.length !== 2 || year === undefined || day === undefined || !/^\d{1,2}$/.test(day)) return null;
  const date = dateOf(year, String(monthNumbers().get(name)), day);
  const seconds = time?.[1] === undefined ? null : readTimeOfDay(time[1].trim());
  return date === null ? null : { dates: inEach(date), seconds, instant: null, form: 'words' };
}

const FILLERS = new Set(['de', 'of', 'the', 'le', 'el', 'den', 'del', 'am', 'at', 'um', 'a', 'on', 'do', 'feira']);
const folded = (word: string) => normalForm(word.toLowerCase(), 'NFKD').replaceAll(/\p{M}/gu, '');
const inEach = (date: LocalDate | null): DateText['dates'] => ({ 'day-first': date, 'month-first': date, 'year-first': date });

/** Two digits of a year are of this century. */
function dateOf(year: string, month: string, day: string): LocalDate | null {
  const full = year.length === 2 ? 2_000 + Number(year) : Number(year);
  try {
    return Temporal.PlainDate.from({ year: full, month: Number(month), day: Number(day) }, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}
