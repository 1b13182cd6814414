/** Whether somebody is reminded on a date: a function of what was planned, what was logged, and how late it is. */
import { Temporal } from 'temporal-polyfill';
import type { dayOff } from '../enrollments/study-time.js';
import type { LocalDate } from '../platform/time/time.contract.js';

export type ReminderOutcome = 'sent' | 'address-unconfirmed' | 'day-off' | 'nothing-planned' | 'already-studied' | 'too-late';

/** One enrollment's date, as far as a reminder goes. */
export interface EnrollmentDay {
  enrollmentId: string;
  level: string;
  examOn: LocalDate;
  /** Anything logged on the date, planned or not. */
  studied: boolean;
  /** Why the date has no time for it, if it has none. */
  off: ReturnType<typeof dayOff>;
  /** Planned for the date; `done` when its minutes were logged for it on other dates. */
  items: readonly { title: string; minutes: number; done: boolean }[];
}

export interface Decision {
  outcome: ReminderOutcome;
  /** In words, for whoever asks why. */
  detail: string;
  /** What is still to be done, for the mail. */
  open: readonly EnrollmentDay[];
}

/** A reminder this late says more about us than about the day. */
export const LATEST_HOURS = 6;

/**
 * Reminds when an enrollment has something planned on the date that is not done, and nothing logged on it. Not on a rest day, a date that
 * was set free or in a break, whatever a plan says; not when it is later than six
 * hours after the time that was asked for (the worker was down), nor when the date is over where the person is.
 */
export function decideReminder(
  due: { at: Temporal.Instant; date: LocalDate },
  now: { at: Temporal.Instant; date: LocalDate },
  days: readonly EnrollmentDay[],
): Decision {
  const late = due.at.until(now.at, { largestUnit: 'hours' });
  if (late.total('hours') > LATEST_HOURS || now.date !== due.date) return { outcome: 'too-late', detail: `${late.hours} h ${late.minutes} min late`, open: [] };
  const here = days.filter(({ off }) => off === null);
  if (days.length > 0 && here.length === 0) return { outcome: 'day-off', detail: offWords(days), open: [] };
  const planned = here.filter(({ items }) => items.length > 0);
  if (planned.length === 0) return { outcome: 'nothing-planned', detail: `${days.length} active`, open: [] };
  const open = planned
    .filter(({ studied }) => !studied)
    .map((day) => ({ ...day, items: day.items.filter(({ done }) => !done) }))
    .filter(({ items }) => items.length > 0);
  if (open.length === 0) return { outcome: 'already-studied', detail: `${planned.length} planned`, open: [] };
  return { outcome: 'sent', detail: `${minutesOf(open)} min in ${open.length} of ${planned.length} planned`, open };
}

/** What becomes of a reminder that would go to an address nobody confirmed: it is not made up for later. */
export const heldBack = (decision: Decision): Decision =>
  decision.outcome === 'sent' ? { outcome: 'address-unconfirmed', detail: decision.detail, open: [] } : decision;

const OFF_WORDS = { break: 'a break', exception: 'a date set free', 'rest-day': 'a rest day' } as const;

/** 'a break' or 'a break, a rest day' for someone in several levels. */
const offWords = (days: readonly EnrollmentDay[]): string => [...new Set(days.flatMap(({ off }) => (off ? OFF_WORDS[off] : [])))].sort().join(', ');

/** What is planned and not done, in minutes. */
export const minutesOf = (days: readonly EnrollmentDay[]): number => days.flatMap(({ items }) => items).reduce((sum, { minutes }) => sum + minutes, 0);

/** From when to look for the next due time: missed ones are not made up for, but one that is less than six hours old still counts. */
export function lookFrom(dueAt: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  const horizon = now.subtract({ hours: LATEST_HOURS });
  return Temporal.Instant.compare(dueAt, horizon) > 0 ? dueAt : horizon;
}
