/** The dates of an event that comes every year (RFC 5545, 3.3.10), as calendars of holidays have them. */
import type { IcsRecurrenceRule } from 'ts-ics';
import type { LocalDate } from '../../platform/time/time.contract.js';

/** More rules than these in one year are no holiday's; it also bounds the work that a file can ask for. */
const MOST_A_YEAR = 4;
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** Whether a rule is understood: once to four times a year, on days of a month or on the first, second, last ... weekday of one. */
export function isYearly(rule: IcsRecurrenceRule): boolean {
  const { frequency, interval = 1, count = 1, until, byDay = [], byMonth = [], byMonthday = [], byWeekNo, byYearday, bySetPos } = rule;
  if (frequency !== 'YEARLY' || ![interval, count].every((number) => Number.isInteger(number) && number >= 1)) return false;
  if ((until && Number.isNaN(until.date.getTime())) || byMonth.some((month) => !(month >= 0 && month <= 11))) return false;
  if (byDay.some(({ day }) => !WEEKDAYS.includes(day)) || byMonthday.some((day) => !Number.isInteger(day))) return false;
  if (byWeekNo?.length || byYearday?.length || bySetPos?.length || (byDay.length > 0 && byMonthday.length > 0)) return false;
  if (byDay.some(({ occurrence }) => !occurrence) || (byDay.length > 0 && byMonth.length === 0)) return false;
  return Math.max(1, byMonth.length) * Math.max(1, byDay.length, byMonthday.length) <= MOST_A_YEAR;
}

/**
 * The dates from `from` to `to`, both included, on which the event begins; the 29th of February comes in leap years only.
 * @param rule one that `isYearly`
 */
export function yearlyDates(start: LocalDate, rule: IcsRecurrenceRule, from: LocalDate, to: LocalDate): LocalDate[] {
  const { interval = 1, count = Infinity } = rule;
  const until = rule.until ? rule.until.date.toISOString().slice(0, 10) : '9999-12-31';
  const dates: LocalDate[] = [];
  let seen = 0;
  for (let year = yearOf(start); year <= yearOf(to); year += interval) {
    for (const date of datesIn(year, start, rule)) {
      if (date < start) continue;
      seen += 1;
      if (seen > count || date > until || date > to) return dates;
      if (date >= from) dates.push(date);
    }
  }
  return dates;
}

const yearOf = (date: LocalDate) => Number(date.slice(0, 4));

function datesIn(year: number, start: LocalDate, { byMonth, byMonthday, byDay }: IcsRecurrenceRule): LocalDate[] {
  const [, startMonth, startDay] = start.split('-').map(Number);
  // ts-ics counts months from 0.
  const months = byMonth?.map((month) => month + 1) ?? [startMonth ?? 1];
  const dates = months.flatMap((month) => {
    if (byDay?.length) return byDay.map(({ day, occurrence = 1 }) => weekdayOf(year, month, WEEKDAYS.indexOf(day), occurrence));
    return (byMonthday?.length ? byMonthday : [startDay ?? 1]).map((day) => dayOf(year, month, day));
  });
  return dates.flatMap((date) => date ?? []).sort();
}

const lastOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const written = (year: number, month: number, day: number) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** A day of a month; counted from its end below 0. */
function dayOf(year: number, month: number, day: number): LocalDate | null {
  const last = lastOf(year, month);
  const counted = day < 0 ? last + 1 + day : day;
  return counted >= 1 && counted <= last ? written(year, month, counted) : null;
}

/** The so-manieth of a weekday in a month; counted from its end below 0. */
function weekdayOf(year: number, month: number, weekday: number, occurrence: number): LocalDate | null {
  const last = lastOf(year, month);
  const edge = new Date(Date.UTC(year, month - 1, occurrence < 0 ? last : 1)).getUTCDay();
  const first = occurrence < 0 ? last - ((edge - weekday + 7) % 7) : 1 + ((weekday - edge + 7) % 7);
  return dayOf(year, month, Math.max(0, first + (occurrence < 0 ? occurrence + 1 : occurrence - 1) * 7));
}
