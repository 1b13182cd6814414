/**
 * The dates on which a whole-day event begins that repeats (RFC 5545, 3.3.10), as Google, Outlook and Apple write them. Counted in days
 * here, and not by ts-ics' own extension: that moves the 31st of a month to the 28th for good, takes another day for BYSETPOS than is
 * meant, and walks every day since the event began.
 */
import { convertIcsRecurrenceRule, type IcsRecurrenceRule } from 'ts-ics';
import type { LocalDate } from '../../platform/time/time.contract.js';
import type { Span } from './availability-spans.js';
import { dateOf, dayOf, daysOfMonth, lastOfMonth, type Day } from './day-numbers.js';

const PARTS = ['FREQ', 'UNTIL', 'COUNT', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS', 'WKST'];
const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
/** Days, weeks, months and years that are gone through for all rules of a file: a calendar of days off needs a few hundred of them. */
export const MOST_PERIODS = 50_000;

export interface Repeat {
  frequency: (typeof FREQUENCIES)[number];
  interval: number;
  /** Infinity without an end. */
  count: number;
  until: LocalDate;
  /** 0 is Sunday; `nth` of the month, from its end below 0, null for each. */
  weekdays: readonly { weekday: number; nth: number | null }[];
  monthDays: readonly number[];
  /** From 1; empty for all. */
  months: readonly number[];
  positions: readonly number[];
  /** The weekday that a week begins on. */
  weekStart: number;
}

const isWhole = (least: number, most: number) => (number: number) => Number.isInteger(number) && number >= least && number <= most;

/** A rule as it is understood; null for one that is not, in any part of it. */
export function readRepeat(text: string): Repeat | null {
  const upper = text.trim().toUpperCase();
  if (upper.split(';').some((part) => part !== '' && !PARTS.includes(part.split('=')[0] ?? ''))) return null;
  const rule = convertIcsRecurrenceRule(undefined, { value: upper });
  const { interval = 1, count = Infinity, until, byDay = [], byMonthday = [], byMonth = [], bySetPos = [], workweekStart = 'MO' } = rule;
  const frequency = FREQUENCIES.find((each) => each === rule.frequency);
  const weekdays = byDay.map(({ day, occurrence }) => ({ weekday: WEEKDAYS.indexOf(day), nth: occurrence ?? null }));
  const isSound =
    isWhole(1, 10_000)(interval) &&
    (count === Infinity || isWhole(1, Number.MAX_SAFE_INTEGER)(count)) &&
    !(until && Number.isNaN(until.date.getTime())) &&
    weekdays.every(({ weekday, nth }) => weekday >= 0 && (nth === null || (nth !== 0 && isWhole(-5, 5)(nth)))) &&
    byMonthday.every((day) => day !== 0 && isWhole(-31, 31)(day)) &&
    byMonth.every(isWhole(0, 11)) &&
    bySetPos.every((position) => position !== 0 && isWhole(-366, 366)(position)) &&
    WEEKDAYS.includes(workweekStart);
  if (!frequency || !isSound || !isMeant(frequency, rule)) return null;
  return {
    ...{ frequency, interval, count, weekdays, monthDays: byMonthday, positions: bySetPos, weekStart: WEEKDAYS.indexOf(workweekStart) },
    until: until ? until.date.toISOString().slice(0, 10) : '9999-12-31',
    // ts-ics counts months from 0.
    months: byMonth.map((month) => month + 1),
  };
}

/** Whether the parts of a rule belong together: a so-manieth weekday is one of a month. */
function isMeant(frequency: Repeat['frequency'], { byDay = [], byMonthday = [], byMonth = [] }: IcsRecurrenceRule): boolean {
  if (frequency === 'DAILY' || frequency === 'WEEKLY')
    return byDay.every(({ occurrence }) => !occurrence) && (frequency === 'DAILY' || byMonthday.length === 0);
  return frequency === 'MONTHLY' || byDay.length === 0 || byMonth.length > 0;
}

/**
 * The dates from `from` to `to`, both included, in order; null where that takes more than what is `left` of the work.
 *
 * @param work what is left of it for all rules of a file; this one takes its own from it
 */
export function repeatingDates(start: LocalDate, rule: Repeat, { from, to }: Span, work: { left: number }): LocalDate[] | null {
  const [first, earliest, latest] = [dayOf(start), dayOf(from), Math.min(dayOf(to), dayOf(rule.until))];
  const periods = PERIODS[rule.frequency](first, rule);
  // Without a count nothing before the span matters.
  const begin = rule.count === Infinity ? Math.max(0, periods.indexOf(earliest) - 1) : 0;
  const dates: LocalDate[] = [];
  let seen = 0;
  for (let n = begin; periods.startOf(n) <= latest; n++) {
    if (work.left-- <= 0) return null;
    for (const day of at(rule.positions, periods.daysOf(n))) {
      if (day < first) continue;
      seen += 1;
      if (seen > rule.count || day > latest) return dates;
      if (day >= earliest) dates.push(dateOf(day));
    }
  }
  return dates;
}

/** Those at the places that BYSETPOS names, counted from the end below 0; all where it names none. */
function at(positions: readonly number[], days: readonly Day[]): readonly Day[] {
  if (positions.length === 0) return days;
  return days.filter((_, i) => positions.includes(i + 1) || positions.includes(i - days.length));
}

/** The stretches that a rule repeats in, the first of which holds the start. */
interface Periods {
  startOf(n: number): Day;
  /** The last one that begins on the day or before. */
  indexOf(day: Day): number;
  /** In order. */
  daysOf(n: number): Day[];
}

const weekdayOf = (day: Day) => (((day + 4) % 7) + 7) % 7;
const monthOf = (day: Day) => Number(dateOf(day).slice(5, 7));

const PERIODS: Record<Repeat['frequency'], (first: Day, rule: Repeat) => Periods> = {
  DAILY: (first, { interval, weekdays, monthDays, months }) => ({
    startOf: (n) => first + n * interval,
    indexOf: (day) => Math.floor((day - first) / interval),
    daysOf: (n) =>
      [first + n * interval].filter(
        (day) =>
          (weekdays.length === 0 || weekdays.some(({ weekday }) => weekday === weekdayOf(day))) &&
          (months.length === 0 || months.includes(monthOf(day))) &&
          (monthDays.length === 0 || daysOfMonth(dateOf(day), monthDays).includes(day)),
      ),
  }),
  WEEKLY: (first, { interval, weekdays, months, weekStart }) => {
    const week = first - ((weekdayOf(first) - weekStart + 7) % 7);
    const wanted = weekdays.length > 0 ? weekdays.map(({ weekday }) => weekday) : [weekdayOf(first)];
    return {
      startOf: (n) => week + n * 7 * interval,
      indexOf: (day) => Math.floor((day - week) / (7 * interval)),
      daysOf: (n) =>
        [0, 1, 2, 3, 4, 5, 6]
          .map((day) => week + n * 7 * interval + day)
          .filter((day) => wanted.includes(weekdayOf(day)) && (months.length === 0 || months.includes(monthOf(day)))),
    };
  },
  MONTHLY: (first, rule) => {
    const [year = 0, month = 1] = dateOf(first).split('-').map(Number);
    const nth = (n: number) => monthAt(year * 12 + month - 1 + n * rule.interval);
    return {
      startOf: (n) => dayOf(`${nth(n)}-01`),
      indexOf: (day) => {
        const [toYear = 0, toMonth = 1] = dateOf(day).split('-').map(Number);
        return Math.floor(((toYear - year) * 12 + toMonth - month) / rule.interval);
      },
      daysOf: (n) => (rule.months.length === 0 || rule.months.includes(Number(nth(n).slice(5))) ? daysIn(nth(n), first, rule) : []),
    };
  },
  YEARLY: (first, rule) => {
    const [year = 0, month = 1] = dateOf(first).split('-').map(Number);
    // Days of a month alone are those of each month.
    const months =
      rule.months.length > 0 ? rule.months.toSorted((a, b) => a - b) : rule.monthDays.length > 0 ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] : [month];
    return {
      startOf: (n) => dayOf(`${monthAt((year + n * rule.interval) * 12)}-01`),
      indexOf: (day) => Math.floor((Number(dateOf(day).slice(0, 4)) - year) / rule.interval),
      daysOf: (n) => months.flatMap((each) => daysIn(monthAt((year + n * rule.interval) * 12 + each - 1), first, rule)),
    };
  },
};

/** `2026-03` of months since the year 0. */
const monthAt = (months: number) => `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;

/** The days of a month that a rule means: those of its weekdays or of its numbers, of both where it says both, else the start's number. */
function daysIn(month: string, first: Day, { weekdays, monthDays }: Repeat): Day[] {
  const numbered =
    monthDays.length > 0 || weekdays.length === 0 ? daysOfMonth(`${month}-01`, monthDays.length > 0 ? monthDays : [Number(dateOf(first).slice(8))]) : null;
  if (weekdays.length === 0) return numbered ?? [];
  const [begin, end] = [dayOf(`${month}-01`), lastOfMonth(`${month}-01`)];
  const days: Day[] = [];
  for (let day = begin; day <= end; day++) {
    const [fromStart, fromEnd] = [Math.floor((day - begin) / 7) + 1, -Math.floor((end - day) / 7) - 1];
    const isMeantDay = weekdays.some(({ weekday, nth }) => weekday === weekdayOf(day) && (nth === null || nth === fromStart || nth === fromEnd));
    if (isMeantDay && (numbered === null || numbered.includes(day))) days.push(day);
  }
  return days;
}
