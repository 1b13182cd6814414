import { minutesOn, type StudyTime } from '../../enrollments/study-time.js';
import { daysBetween, plainDate } from '../../platform/time/local-date.js';
import type { LocalDate } from '../../platform/time/time.contract.js';

/** Longer than anybody prepares; a span of centuries must not be walked day by day. */
const MOST_DAYS = 4_000;

/**
 * What would be studied in all by the end of each date if the level's effort were spread from the start to the day before the exam, each date
 * in proportion to the minutes it has: `effort * (minutes up to the date) / (minutes of all dates)`, to whole minutes. Breaks and rest days
 * expect nothing, so they are not among the dates. Where no date has any time, all dates count alike.
 */
export function expectedStudy(effortMinutes: number, time: StudyTime, startedOn: LocalDate, examOn: LocalDate): { date: LocalDate; totalMinutes: number }[] {
  const first = plainDate(startedOn);
  const dates = Array.from({ length: Math.min(MOST_DAYS, Math.max(0, daysBetween(startedOn, examOn))) }, (_, day) => first.add({ days: day }).toString());
  const timed = dates.map((date) => ({ date, minutes: minutesOn(time, date) })).filter(({ minutes }) => minutes > 0);
  const days = timed.length > 0 ? timed : dates.map((date) => ({ date, minutes: 1 }));
  const all = days.reduce((sum, { minutes }) => sum + minutes, 0);
  let sum = 0;
  return days.map(({ date, minutes }) => ({ date, totalMinutes: Math.round((effortMinutes * (sum += minutes)) / all) }));
}
