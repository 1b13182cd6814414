/**
 * The days on which a whole-day event begins that repeats (RFC 5545, 3.3.10). Pure.
 *
 * ical.js reads the rule, but does not count it through: its iterator takes 1 March for a leap day, ignores BYWEEKNO, takes BYSETPOS for monthly
 * weekdays only, and never ends for a rule that no day satisfies.
 */
import ICAL from 'ical.js';
import { dayFrom, partsOf, weekdayOf, type Day } from './day-numbers.js';

const PARTS = 'FREQ UNTIL COUNT INTERVAL BYDAY BYMONTHDAY BYYEARDAY BYWEEKNO BYMONTH BYSETPOS WKST BYHOUR BYMINUTE BYSECOND RSCALE SKIP'.split(' ');
const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const MAX_INTERVAL = 10_000;
/** Days that may be tried for one rule: more than all days since 1900. */
export const MAX_DAYS_OF_A_RULE = 100_000;

export interface RepeatRule {
  frequency: (typeof FREQUENCIES)[number];
  interval: number;
  /** Infinity without an end. */
  count: number;
  /** As it is written; null without an end. */
  until: string | null;
  /** 1 is Monday; `nth` of the month or the year, from its end below 0, 0 for each. */
  weekdays: readonly { weekday: number; nth: number }[];
  monthDays: readonly number[];
  yearDays: readonly number[];
  weeks: readonly number[];
  /** From 1. */
  months: readonly number[];
  positions: readonly number[];
  /** The weekday that a week begins on, 1 is Monday. */
  weekStart: number;
}

/** Whether a rule repeats within the day, as no day off does. */
export const repeatsWithinADay = (text: string): boolean => /(^|;)FREQ=(HOURLY|MINUTELY|SECONDLY)/i.test(text);

/** A rule as it is understood; null for one that is not, in any part of it. */
export function readRepeatRule(text: string): RepeatRule | null {
  const parts = text.trim().toUpperCase().split(';').filter(Boolean);
  if (parts.some((part) => !PARTS.includes(part.split('=')[0] ?? ''))) return null;
  try {
    // The end is a time in a zone, which is the caller's to read.
    const rule = ICAL.Recur.fromString(parts.filter((part) => !part.startsWith('UNTIL=')).join(';'));
    const until = parts.find((part) => part.startsWith('UNTIL='))?.slice(6) ?? null;
    return isKnown(rule, parts) ? ruleOf(rule, until) : null;
  } catch {
    return null;
  }
}

type Recur = ReturnType<typeof ICAL.Recur.fromString>;

/** Times of a day can only be its beginning, and years only those of the Gregorian calendar. */
function isKnown(rule: Recur, parts: readonly string[]): boolean {
  const times = [...(rule.parts.BYHOUR ?? []), ...(rule.parts.BYMINUTE ?? []), ...(rule.parts.BYSECOND ?? [])];
  const scale = parts.find((part) => part.startsWith('RSCALE='))?.slice(7);
  const isSkipping = parts.some((part) => part.startsWith('SKIP=') && part !== 'SKIP=OMIT');
  const isCountable = rule.count === null || (Number.isInteger(rule.count) && rule.count > 0);
  // The library reads 0 as 1, which is not what the file means.
  const isZero = parts.some((part) => /^INTERVAL=[0+-]/.test(part));
  return times.every((time) => time === 0) && (scale ?? 'GREGORIAN') === 'GREGORIAN' && !isSkipping && isCountable && !isZero && rule.interval <= MAX_INTERVAL;
}

function ruleOf({ freq, interval, count, parts, wkst }: Recur, until: string | null): RepeatRule | null {
  const frequency = FREQUENCIES.find((each) => each === freq);
  if (!frequency) return null;
  const rule: RepeatRule = {
    ...{ frequency, interval, count: count ?? Infinity, until },
    weekdays: (parts.BYDAY ?? []).map((day) => ({ weekday: WEEKDAYS.indexOf(day.slice(-2)) + 1, nth: Number(day.slice(0, -2)) })),
    ...{ monthDays: parts.BYMONTHDAY ?? [], yearDays: parts.BYYEARDAY ?? [], weeks: parts.BYWEEKNO ?? [] },
    ...{ months: parts.BYMONTH ?? [], positions: parts.BYSETPOS ?? [] },
    // The library counts from Sunday.
    weekStart: ((wkst + 5) % 7) + 1,
  };
  return isSound(rule) ? rule : null;
}

/** Whether the parts belong together (the table of RFC 5545, 3.3.10). */
function isSound({ frequency, weekdays, monthDays, yearDays, weeks, months, positions }: RepeatRule): boolean {
  const isYearly = frequency === 'YEARLY';
  if ([...monthDays, ...yearDays, ...weeks, ...months, ...positions].includes(0)) return false;
  if (!isYearly && (yearDays.length > 0 || weeks.length > 0)) return false;
  if (frequency === 'WEEKLY' && monthDays.length > 0) return false;
  const isOfMonth = frequency === 'MONTHLY' || (isYearly && months.length > 0);
  const mostNth = isOfMonth ? 5 : isYearly && weeks.length === 0 ? 53 : 0;
  return weekdays.every(({ nth }) => Math.abs(nth) <= mostNth);
}

/** A stretch of days that a rule takes its days from. */
interface Period {
  first: Day;
  last: Day;
}

/**
 * The days from `from` to `to`, both included, in order; null where that takes more days to try than there are.
 *
 * @param until the last day, included; Infinity without one
 * @param work what is left of it for all rules of a file; this one takes its own from it
 */
export function repeatingDays(start: Day, rule: RepeatRule, until: Day, { from, to }: { from: Day; to: Day }, work: { days: number }): Day[] | null {
  const [periods, isMeant, latest] = [periodsOf(start, rule), meantBy(start, rule), Math.min(to, until)];
  // Without a count nothing before the span matters.
  const begin = rule.count === Infinity ? Math.max(0, periods.indexOf(from) - 1) : 0;
  const days: Day[] = [];
  let [seen, left] = [0, MAX_DAYS_OF_A_RULE];
  for (let n = begin, period = periods.at(n); period.first <= latest; period = periods.at(++n)) {
    const length = period.last - period.first + 1;
    left -= length;
    work.days -= length;
    if (left < 0 || work.days < 0) return null;
    for (const day of at(rule.positions, daysIn(period, isMeant))) {
      if (day < start) continue;
      seen += 1;
      if (seen > rule.count || day > latest) return days;
      if (day >= from) days.push(day);
    }
  }
  return days;
}

function daysIn(period: Period, isMeant: (day: Day, period: Period) => boolean): Day[] {
  const days: Day[] = [];
  for (let day = period.first; day <= period.last; day++) if (isMeant(day, period)) days.push(day);
  return days;
}

/** Those at the places that BYSETPOS names, counted from the end below 0; all where it names none. */
function at(positions: readonly number[], days: readonly Day[]): readonly Day[] {
  if (positions.length === 0) return days;
  return days.filter((_, i) => positions.includes(i + 1) || positions.includes(i - days.length));
}

interface Periods {
  at(n: number): Period;
  /** The last one that begins on the day or before. */
  indexOf(day: Day): number;
}

function periodsOf(start: Day, { frequency, interval, weeks, weekStart }: RepeatRule): Periods {
  const { year, month } = partsOf(start);
  const spans = (first: Day, length: number): Periods => ({
    at: (n) => ({ first: first + n * length * interval, last: first + n * length * interval + length - 1 }),
    indexOf: (day) => Math.floor((day - first) / (length * interval)),
  });
  if (frequency === 'DAILY') return spans(start, 1);
  if (frequency === 'WEEKLY') return spans(weekBegin(start, weekStart), 7);
  if (frequency === 'MONTHLY')
    return {
      at: (n) => ({ first: dayFrom(year, month + n * interval, 1), last: dayFrom(year, month + n * interval + 1, 0) }),
      indexOf: (day) => Math.floor(((partsOf(day).year - year) * 12 + partsOf(day).month - month) / interval),
    };
  if (weeks.length === 0) return years(year, interval, (of) => dayFrom(of, 1, 1));
  // Weeks are counted in years that begin with week 1 (ISO 8601): from up to three days before 1 January to three days after it.
  const { year: weekYear } = partsOf(weekBegin(start, weekStart) + 3);
  return years(weekYear, interval, (of) => weekBegin(dayFrom(of, 1, 4), weekStart));
}

const years = (first: number, interval: number, begin: (year: number) => Day): Periods => ({
  at: (n) => ({ first: begin(first + n * interval), last: begin(first + n * interval + 1) - 1 }),
  indexOf: (day) => Math.floor((partsOf(day).year - first) / interval),
});

const weekBegin = (day: Day, weekStart: number): Day => day - ((weekdayOf(day) - weekStart + 7) % 7);

/** Whether a number of a list is meant, counted from the start or from the end below 0. */
const isAmong = (numbers: readonly number[], fromStart: number, size: number) => numbers.includes(fromStart) || numbers.includes(fromStart - size - 1);

/** Each part of a rule leaves out days; what a rule does not say is taken from its start. */
function meantBy(start: Day, given: RepeatRule): (day: Day, period: Period) => boolean {
  const rule = completed(start, given);
  const { months, monthDays, yearDays, weeks, weekdays } = rule;
  const isOfMonth = rule.frequency === 'MONTHLY' || rule.months.length > 0;
  return (day, period) => {
    const { year, month, date } = partsOf(day);
    if (months.length > 0 && !months.includes(month)) return false;
    const inMonth = () => [date, dayFrom(year, month + 1, 0) - day + date] as const;
    const inYear = () => [day - dayFrom(year, 1, 0), dayFrom(year + 1, 1, 0) - dayFrom(year, 1, 0)] as const;
    const weekInYear = () => [Math.floor((day - period.first) / 7) + 1, (period.last - period.first + 1) / 7] as const;
    if (monthDays.length > 0 && !isAmong(monthDays, ...inMonth())) return false;
    if (yearDays.length > 0 && !isAmong(yearDays, ...inYear())) return false;
    if (weeks.length > 0 && !isAmong(weeks, ...weekInYear())) return false;
    const isNth = (nth: number) => nth === 0 || isAmong([nth], ...weekdayPlace(...(isOfMonth ? inMonth() : inYear())));
    return weekdays.length === 0 || weekdays.some(({ weekday, nth }) => weekday === weekdayOf(day) && isNth(nth));
  };
}

/** Which of its weekday a day is in a month or a year, and how many of them there are. */
function weekdayPlace(place: number, size: number): readonly [number, number] {
  const nth = Math.ceil(place / 7);
  return [nth, nth + Math.floor((size - place) / 7)];
}

function completed(start: Day, rule: RepeatRule): RepeatRule {
  const { frequency, weekdays, monthDays, yearDays, weeks, months } = rule;
  const { month, date } = partsOf(start);
  if (frequency === 'DAILY' || [weekdays, monthDays, yearDays].some(({ length }) => length > 0)) return rule;
  if (frequency === 'WEEKLY' || weeks.length > 0) return { ...rule, weekdays: [{ weekday: weekdayOf(start), nth: 0 }] };
  return { ...rule, monthDays: [date], months: frequency === 'YEARLY' && months.length === 0 ? [month] : months };
}
