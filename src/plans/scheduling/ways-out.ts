import { minutesOn } from '../../enrollments/study-time.js';
import type { WayOut } from '../plans.contract.js';
import { effectOf } from './effect.js';
import { MOST_DAYS_AHEAD } from './exam-proposal.js';
import { leaveOut } from './leave-out.js';
import { freeMinutes, openDays, sumMinutes } from './plan-days.js';
import type { OpenDay, WholeInput } from './plan-input.js';
import type { Work } from './plan-work.js';

const STEP = 5;
export const MINUTES_OF_A_DAY = 16 * 60;
/** What a day is opened for where the usual week says nothing of how long a day may be. */
const USUAL_DAY_MINUTES = 60;

/** A plan that does not fit. */
export interface Short {
  input: WholeInput;
  days: readonly OpenDay[];
  work: readonly Work[];
  missing: number;
}

/**
 * What would make a plan fit that does not, each worked out on its own: more minutes on the days ahead, or a higher limit where the
 * learner's own leaves no room for them; more days, a later exam, or less to learn. A way that is closed (no rest day is left, no day can
 * take more) is absent.
 */
export function waysOut(short: Short): WayOut[] {
  return [studyMore(short) ?? raiseLimit(short), openMoreDays(short), moveExam(short), leaveOut(short)].flatMap((way) => way ?? []);
}

const roundUp = (minutes: number) => Math.ceil(minutes / STEP) * STEP;

/** Minutes more on each day ahead, in steps of five; none where the days cannot hold that. */
function studyMore({ input, days, work, missing }: Short): WayOut | undefined {
  const most = Math.min(MINUTES_OF_A_DAY, input.pace.mostMinutesADay);
  const room = days.map(({ date }) => Math.max(0, most - minutesOn(input.studyTime, date.toString())));
  const gained = (more: number) => room.reduce((sum, minutes) => sum + Math.min(minutes, more), 0);
  if (gained(most) < missing) return undefined;
  let minutesMore = roundUp(missing / days.length);
  while (gained(minutesMore) < missing) minutesMore += STEP;
  const longer = days.map((day, i) => ({ ...day, minutes: day.minutes + Math.min(room[i] ?? 0, minutesMore) }));
  return { kind: 'study-more', minutesMore, days: days.length, effect: effectOf(longer, sumMinutes(work)) };
}

/** The least limit of a day, in steps of five minutes, with which it fits: in the time there is, else with as much time on each day of the usual week. */
function raiseLimit({ input, work }: Short): WayOut | undefined {
  const limitMinutes = input.pace.mostMinutesADay;
  const needed = sumMinutes(work);
  const daysWith = (most: number, isWeekToo: boolean) => {
    const weeklyMinutes = input.studyTime.weeklyMinutes.map((minutes) => (isWeekToo && minutes > 0 ? Math.max(minutes, most) : minutes));
    return openDays({ ...input, studyTime: { ...input.studyTime, weeklyMinutes }, pace: { ...input.pace, mostMinutesADay: most } });
  };
  const isEnough = (most: number, isWeekToo: boolean) => sumMinutes(daysWith(most, isWeekToo)) >= needed;
  const isWeekToo = !isEnough(MINUTES_OF_A_DAY, false);
  if (limitMinutes >= MINUTES_OF_A_DAY || !isEnough(MINUTES_OF_A_DAY, isWeekToo)) return undefined;
  // More minutes never hold less, so the least is between one that does not do and one that does.
  let [little, minutesADay] = [Math.floor(limitMinutes / STEP) * STEP, MINUTES_OF_A_DAY];
  while (minutesADay - little > STEP) {
    const middle = roundUp((little + minutesADay) / 2);
    const tried = middle < minutesADay ? middle : middle - STEP;
    if (isEnough(tried, isWeekToo)) minutesADay = tried;
    else little = tried;
  }
  return { kind: 'raise-limit', limitMinutes, minutesADay, isWeekToo, effect: effectOf(daysWith(minutesADay, isWeekToo), needed) };
}

/**
 * Rest days of the usual week to study on: as few weekdays as will do with no more minutes than the longest day has, those that come most
 * often first. Breaks, and dates of which the learner said something else, stay as they are, and so does today.
 */
function openMoreDays({ input, days, work, missing }: Short): WayOut | undefined {
  const { weeklyMinutes } = input.studyTime;
  const usual = Math.max(...weeklyMinutes) || USUAL_DAY_MINUTES;
  const most = Math.min(MINUTES_OF_A_DAY, input.pace.mostMinutesADay);
  const closed = closedDates(input);
  const weekdays = [...closed.keys()].sort((a, b) => (closed.get(b)?.length ?? 0) - (closed.get(a)?.length ?? 0) || a - b);
  for (let count = 1; count <= weekdays.length; count++) {
    const opened = weekdays.slice(0, count);
    const dates = opened.flatMap((weekday) => closed.get(weekday) ?? []).sort((a, b) => a.index - b.index);
    const minutesEach = roundUp(missing / dates.length);
    if (minutesEach > (count < weekdays.length ? Math.min(usual, most) : most)) continue;
    const more = [...days, ...dates.map((day) => ({ ...day, minutes: minutesEach }))].sort((a, b) => a.index - b.index);
    const on = dates.map(({ date }) => date.toString());
    return { kind: 'open-days', weekdays: opened.toSorted((a, b) => a - b), dates: on, minutesEach, effect: effectOf(more, sumMinutes(work)) };
  }
  return undefined;
}

/** Dates from tomorrow to the day before the exam that are rest days of the usual week and nothing else, by weekday (1 is Monday). */
function closedDates({ studyTime, today, examOn, hardDates = [], pinned = [] }: WholeInput): Map<number, OpenDay[]> {
  const closed = new Map<number, OpenDay[]>();
  const open = { ...studyTime, weeklyMinutes: studyTime.weeklyMinutes.map(() => 1) };
  const taken = new Set([...hardDates, ...pinned].map(({ date }) => date.toString()));
  for (let index = 1, date = today.add({ days: 1 }); !date.equals(examOn) && index < MOST_DAYS_AHEAD; index++, date = date.add({ days: 1 })) {
    const text = date.toString();
    const isRestDay = studyTime.weeklyMinutes[date.dayOfWeek - 1] === 0 && studyTime.exceptions[text] === undefined;
    if (!isRestDay || minutesOn(open, text) === 0 || taken.has(text)) continue;
    closed.set(date.dayOfWeek, [...(closed.get(date.dayOfWeek) ?? []), { date, index, minutes: 0 }]);
  }
  return closed;
}

/** The first exam date up to which there is time for everything. */
function moveExam({ input, days, work, missing }: Short): WayOut | undefined {
  const free = freeMinutes(input);
  const first = days.at(-1)?.index ?? 0;
  const more: OpenDay[] = [];
  let left = missing;
  for (let later = 1, date = input.examOn; later <= MOST_DAYS_AHEAD; later++, date = date.add({ days: 1 })) {
    const minutes = free(date);
    left -= minutes;
    if (minutes > 0) more.push({ date, index: first + later, minutes });
    if (left <= 0) {
      const examOn = date.add({ days: 1 }).toString();
      return { kind: 'move-exam', examOn, daysLater: later, effect: effectOf([...days, ...more], sumMinutes(work)) };
    }
  }
  return undefined;
}
