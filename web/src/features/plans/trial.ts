/** What a learner tries in the what-if, and the ways out as such trials, in words. Pure. */
import { WEEKDAYS, type Availability } from '@server/enrollments/enrollments.contract';
import type { Pace } from '@server/enrollments/pace.contract';
import type { WayOut } from '@server/plans/plans.contract';
import type { PlanChange } from '@server/plans/proposals/proposals.contract';
import { counted, dayAndMonth, duration, listed, weekdayName } from '../../ui/format';
import { isSamePace } from '../enrollments/pace-choices';

export interface Trial {
  /** Null to have the earliest comfortable date proposed. */
  examOn: string | null;
  availability: Availability;
  pace: Pace;
  /** Ids of the parts that the plan holds no work for. */
  leaveOut: readonly string[];
}

/** No day is longer. */
const MOST_A_DAY = 960;

/** A way out filled into the what-if. */
export function trialOf(way: WayOut, from: Trial): Trial {
  const week = (minutesOn: (minutes: number, weekday: number) => number): Availability =>
    Object.fromEntries(WEEKDAYS.map((day, index) => [day, Math.min(MOST_A_DAY, minutesOn(from.availability[day], index + 1))])) as Availability;
  if (way.kind === 'move-exam') return { ...from, examOn: way.examOn };
  if (way.kind === 'study-more') return { ...from, availability: week((minutes) => (minutes > 0 ? minutes + way.minutesMore : 0)) };
  if (way.kind === 'raise-limit')
    return {
      ...from,
      pace: { ...from.pace, mostMinutesADay: way.minutesADay },
      availability: week((minutes) => (way.isWeekToo && minutes > 0 ? Math.max(minutes, way.minutesADay) : minutes)),
    };
  if (way.kind === 'leave-out') return { ...from, leaveOut: [...new Set([...from.leaveOut, ...way.partIds])] };
  return {
    ...from,
    availability: week((minutes, weekday) => (way.weekdays.includes(weekday) ? Math.max(minutes, way.minutesEach) : minutes)),
  };
}

/** Minutes that a day's study grows by at a time. */
const STEP_MINUTES = 5;

/** So many minutes more a week, in like parts on the days that have time already. */
export function moreAWeek(availability: Availability, minutes: number): Availability {
  const days = WEEKDAYS.filter((day) => availability[day] > 0);
  const each = Math.ceil(minutes / Math.max(1, days.length) / STEP_MINUTES) * STEP_MINUTES;
  return { ...availability, ...Object.fromEntries(days.map((day) => [day, Math.min(MOST_A_DAY, availability[day] + each)])) };
}

/** What of a trial differs from what stands: all that the server is told. */
export function changeOf(trial: Trial, stands: Trial): PlanChange {
  const isOtherWeek = WEEKDAYS.some((day) => trial.availability[day] !== stands.availability[day]);
  return {
    ...(trial.examOn !== stands.examOn && { examOn: trial.examOn }),
    ...(isOtherWeek && { availability: trial.availability }),
    ...(!isSamePace(trial.pace, stands.pace) && { pace: trial.pace }),
    ...(!isSameSet(trial.leaveOut, stands.leaveOut) && { leaveOut: [...trial.leaveOut] }),
  };
}

const isSameSet = (one: readonly string[], other: readonly string[]) => one.length === other.length && one.every((id) => other.includes(id));

export const isEmptyChange = (change: PlanChange): boolean => Object.values(change).every((value) => value === undefined);

export function wayTitle(way: WayOut): string {
  if (way.kind === 'open-days') return `Study on ${listed(way.weekdays.map((day) => weekdayName(day - 1)))} too, ${way.minutesEach} min each`;
  if (way.kind === 'study-more') return `Study ${way.minutesMore} min more on each planned day`;
  if (way.kind === 'raise-limit') return `Raise the limit to ${duration(way.minutesADay)} a day`;
  if (way.kind === 'move-exam') return `Move the exam to ${dayAndMonth(way.examOn)}`;
  return way.titles.length < 3 ? `Leave out ${listed(way.titles)}` : `Leave out ${way.titles.length} parts`;
}

/** What it takes, and what it comes to. */
export function wayNote(way: WayOut): string {
  const { missingMinutes, spareMinutes, finishOn } = way.effect;
  const spare = spareMinutes > 0 ? `, ${duration(spareMinutes)} to spare` : '';
  const effect = missingMinutes > 0 ? `${duration(missingMinutes)} still missing` : finishOn ? `done by ${dayAndMonth(finishOn)}${spare}` : `fits${spare}`;
  if (way.kind === 'open-days') return `${counted(way.dates.length, 'day')} more: ${effect}`;
  if (way.kind === 'study-more') return `On ${counted(way.days, 'day')}: ${effect}`;
  if (way.kind === 'raise-limit') {
    const limit = `${duration(way.limitMinutes)} a day, the limit that is set`;
    return way.isWeekToo
      ? `Studying more cannot make up for it within ${limit}. With ${duration(way.minutesADay)} on each planned day: ${effect}`
      : `The week has the time, but ${limit}, keeps the plan from it: ${effect}`;
  }
  if (way.kind === 'move-exam') return `${counted(way.daysLater, 'day')} later: ${effect}`;
  const names = way.titles.length < 3 ? '' : `${listed(way.titles)}. `;
  return `${names}${duration(way.minutes)} less, ${Math.round(way.weightPercent)}% of the level untouched, about ${way.readinessPoints} points: ${effect}`;
}
