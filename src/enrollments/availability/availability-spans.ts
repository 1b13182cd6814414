/** Which dates a break or an exception may lie on, and why not. Pure; dates are the learner's own. */
import { daysBefore, daysBetween, plainDate } from '../../platform/time/local-date.js';
import type { LocalDate } from '../../platform/time/time.contract.js';
import { ILLNESS_DAYS_BACK, LONGEST_BREAK_DAYS, type BreakKind } from './availability.contract.js';

export interface Span {
  from: LocalDate;
  to: LocalDate;
}

export interface Dates {
  startedOn: LocalDate;
  examOn: LocalDate;
  today: LocalDate;
}

const later = (one: LocalDate, other: LocalDate) => (one > other ? one : other);

/** What lies ahead can be set, up to a year after the exam; an illness may begin two weeks back, but not before the enrollment. */
export function settableSpan(kind: BreakKind | 'exception', { startedOn, examOn, today }: Dates): Span {
  const from = kind === 'illness' ? later(daysBefore(today, ILLNESS_DAYS_BACK), startedOn) : today;
  return { from: from < today ? from : today, to: plainDate(later(examOn, today)).add({ years: 1 }).toString() };
}

export interface BreakSpan {
  kind: BreakKind;
  fromOn: LocalDate;
  toOn: LocalDate;
}

export type BreakFault = { why: 'not-in-order' } | { why: 'too-long'; days: number } | ({ why: 'not-settable' } & Span);

/** @param stored the break as it stands, for one that is changed: its first day may stay where it is, however long ago */
export function breakFault(wanted: BreakSpan, dates: Dates, stored?: BreakSpan): BreakFault | null {
  const { fromOn, toOn } = wanted;
  if (toOn < fromOn) return { why: 'not-in-order' };
  const days = daysBetween(fromOn, toOn) + 1;
  if (days > LONGEST_BREAK_DAYS) return { why: 'too-long', days };
  const { from, to } = settableSpan(wanted.kind, dates);
  // The last day may move back to yesterday at the most, else days that were a break become missed ones.
  const isStartFine = fromOn >= from || fromOn === stored?.fromOn;
  const isEndFine = toOn <= to && (toOn >= from || toOn >= daysBefore(dates.today, 1));
  return isStartFine && isEndFine ? null : { why: 'not-settable', from, to };
}

/** Whether nothing of a break can be changed any more: it is over, and no longer one that could be said afterwards. */
export const isOver = (span: BreakSpan, dates: Dates): boolean => span.toOn < settableSpan(span.kind, dates).from;

/** What is left of a break that is taken back: nothing where it could still be set, else the days that are behind. */
export function leftOf(span: BreakSpan, dates: Dates): BreakSpan | null {
  return span.fromOn >= settableSpan(span.kind, dates).from ? null : { ...span, toOn: daysBefore(dates.today, 1) };
}

export const overlaps = (one: Pick<BreakSpan, 'fromOn' | 'toOn'>, other: Pick<BreakSpan, 'fromOn' | 'toOn'>): boolean =>
  one.fromOn <= other.toOn && other.fromOn <= one.toOn;
