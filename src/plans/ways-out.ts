import { minutesOn } from '../enrollments/study-time.js';
import { openDays, sumMinutes } from './plan-days.js';
import type { PlanInput } from './plan-input.js';
import type { Work } from './plan-work.js';
import type { WayOut } from './plans.contract.js';

const MOST_DAYS_AHEAD = 5 * 366;
const STEP = 5;
const MINUTES_OF_A_DAY = 16 * 60;

/** What would make a plan fit that does not, each worked out on its own: more minutes a day, a later exam, or less to learn. */
export function waysOut(input: PlanInput, work: readonly Work[], missing: number): WayOut[] {
  return [studyMore(input, missing), moveExam(input, missing), leaveOut(work, missing)].flatMap((way) => way ?? []);
}

/** Minutes more on each planned day, in steps of five; none where no day could hold that. */
function studyMore(input: PlanInput, missing: number): WayOut | undefined {
  const days = openDays(input);
  const minutesMore = Math.ceil(missing / days.length / STEP) * STEP;
  const longest = Math.max(...days.map(({ minutes }) => minutes));
  return days.length > 0 && longest + minutesMore <= MINUTES_OF_A_DAY ? { kind: 'study-more', minutesMore } : undefined;
}

/** The first exam date up to which there is time for everything. */
function moveExam(input: PlanInput, missing: number): WayOut | undefined {
  const { weeklyMinutes, exceptions = {}, breaks = [], examOn } = input;
  let left = missing;
  for (let days = 0, date = examOn; days < MOST_DAYS_AHEAD; days++) {
    left -= minutesOn({ weeklyMinutes, exceptions, breaks }, date.toString());
    date = date.add({ days: 1 });
    if (left <= 0) return { kind: 'move-exam', examOn: date.toString() };
  }
  return undefined;
}

/** The parts that count least, until what is left fits; never all of them. */
function leaveOut(work: readonly Work[], missing: number): WayOut | undefined {
  const left: Work[] = [];
  for (const part of work.toSorted((a, b) => a.weightPercent - b.weightPercent || b.minutes - a.minutes)) {
    if (sumMinutes(left) >= missing) break;
    left.push(part);
  }
  if (left.length === 0 || left.length === work.length) return undefined;
  const weightPercent = left.reduce((sum, part) => sum + part.weightPercent, 0);
  return { kind: 'leave-out', titles: left.map(({ title }) => title), minutes: sumMinutes(left), weightPercent };
}
