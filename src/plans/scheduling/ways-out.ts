import { minutesOn } from '../../enrollments/study-time.js';
import type { WayOut } from '../plans.contract.js';
import { effectOf } from './effect.js';
import { MOST_DAYS_AHEAD } from './exam-proposal.js';
import { leaveOut } from './leave-out.js';
import { freeMinutes, MINUTES_OF_A_DAY, openDays, sumMinutes, withLongerWeek, type StudyDay } from './plan-days.js';
import type { OpenDay, WholeInput } from './plan-input.js';
import type { Work } from './plan-work.js';

const STEP = 5;
/** What a day is opened for where the usual week says nothing of how long a day may be. */
const USUAL_DAY_MINUTES = 60;

/** A plan that does not fit. */
export interface Short {
  input: WholeInput;
  studyDays: readonly StudyDay[];
  /** Those of the study days that have minutes free. */
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

/** Minutes more on each study day of the usual week, in steps of five; none where the days ahead cannot hold that. */
function studyMore({ studyDays, days, input, work }: Short): WayOut | undefined {
  const needed = sumMinutes(work);
  const daysWith = (more: number) =>
    openDays(
      withLongerWeek(studyDays, (minutes) => minutes + more),
      input.pace.mostMinutesADay,
    );
  const minutesMore = leastStep((more) => sumMinutes(daysWith(more)) >= needed, 0, MINUTES_OF_A_DAY);
  if (minutesMore === undefined) return undefined;
  const longer = daysWith(minutesMore);
  const before = new Map(days.map(({ index, minutes }) => [index, minutes]));
  const longerDays = longer.filter(({ index, minutes }) => minutes > (before.get(index) ?? 0)).length;
  return { kind: 'study-more', minutesMore, days: longerDays, effect: effectOf(longer, needed) };
}

/** The least limit of a day, in steps of five minutes, with which it fits: in the time there is, else with as much time on each study day of the usual week. */
function raiseLimit({ studyDays, input, work }: Short): WayOut | undefined {
  const limitMinutes = input.pace.mostMinutesADay;
  const needed = sumMinutes(work);
  const daysWith = (limit: number, isWeekToo: boolean) => openDays(isWeekToo ? withLongerWeek(studyDays, () => limit) : studyDays, limit);
  const isEnough = (limit: number, isWeekToo: boolean) => sumMinutes(daysWith(limit, isWeekToo)) >= needed;
  const isWeekToo = !isEnough(MINUTES_OF_A_DAY, false);
  const minutesADay = leastStep((limit) => isEnough(limit, isWeekToo), limitMinutes, MINUTES_OF_A_DAY);
  if (minutesADay === undefined) return undefined;
  return { kind: 'raise-limit', limitMinutes, minutesADay, isWeekToo, effect: effectOf(daysWith(minutesADay, isWeekToo), needed) };
}

/**
 * The least multiple of five above `tooFew` and up to `most` that is enough; undefined where none is. More minutes never hold less, so it
 * lies between one that is not enough and one that is.
 */
function leastStep(isEnough: (minutes: number) => boolean, tooFew: number, most: number): number | undefined {
  if (tooFew >= most || !isEnough(most)) return undefined;
  let [little, enough] = [Math.floor(tooFew / STEP) * STEP, most];
  while (enough - little > STEP) {
    const middle = little + Math.floor((enough - little) / STEP / 2) * STEP;
    if (isEnough(middle)) enough = middle;
    else little = middle;
  }
  return enough;
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
