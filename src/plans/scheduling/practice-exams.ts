import { Temporal } from 'temporal-polyfill';
import { daysApart } from '../../platform/time/local-date.js';
import type { Extra, FreeMinutes } from './free-minutes.js';
import type { OpenDay, WholeInput } from './plan-input.js';
import type { Session } from './place-work.js';

/** The last practice exam is meant for so many days before the exam, and lies at most so many before it. */
const LAST_BEFORE_EXAM_DAYS = { usual: 3, most: 10 };
/** An earlier one may lie so many days beside its date. */
const BESIDE_DAYS = 4;
/** Practice exams begin once this share of the new work is behind. */
const WORK_BEHIND = 0.5;

type Practised = Pick<WholeInput, 'practiceResults' | 'pinned' | 'today' | 'examOn' | 'spacing'>;

/**
 * Practice exams, counted back from the exam: the last one a few days before it, once all new work is done where that is possible, the
 * others every two weeks until half of the work lies ahead. None comes sooner after one that was taken, or beside one that stands
 * pinned, than the distance between two; but after one that went badly there is another in a week.
 */
export function placePracticeExams(days: readonly OpenDay[], sessions: readonly Session[], input: Practised, free: FreeMinutes): Extra[] {
  const { spacing, today, examOn } = input;
  const exam = daysApart(today, examOn);
  const last = [...(input.practiceResults ?? [])].sort((a, b) => Temporal.PlainDate.compare(a.on, b.on)).at(-1);
  const apart = spacing.practiceApartDays.usual;
  const taken = (input.pinned ?? []).filter(({ kind }) => kind === 'practice').map(({ date }) => daysApart(today, date));
  const first = Math.max(halfway(sessions), last ? daysApart(today, last.on) + apart : 0);
  const again = last && last.percent < spacing.practiceMarkPercent ? Math.max(0, daysApart(today, last.on) + spacing.practiceApartDays.belowMark) : null;

  const find = (from: number, to: number, due: number) => {
    const near = days.filter((day) => day.index >= from && day.index <= to && free.on(day) >= spacing.practiceMinutes.least);
    const apartFromOthers = near.filter(({ index }) => taken.every((other) => Math.abs(other - index) >= apart - BESIDE_DAYS));
    const roomy = apartFromOthers.filter((day) => free.on(day) >= spacing.practiceMinutes.most);
    return (roomy.length > 0 ? roomy : apartFromOthers).toSorted((a, b) => Math.abs(a.index - due) - Math.abs(b.index - due) || a.index - b.index)[0];
  };
  const place = (day: OpenDay): Extra => {
    const minutes = Math.min(spacing.practiceMinutes.most, free.on(day));
    free.take(day, minutes);
    taken.push(day.index);
    return { day, kind: 'practice', skillId: null, title: 'Practice exam', minutes };
  };

  const whenDone = sessions.at(-1)?.day.index ?? 0;
  const final = find(Math.max(exam - LAST_BEFORE_EXAM_DAYS.most, whenDone), exam - 1, exam - LAST_BEFORE_EXAM_DAYS.usual);
  const exams = final ? [place(final)] : [];
  const soon = again === null ? undefined : find(again, again + BESIDE_DAYS, again);
  if (soon) exams.push(place(soon));
  for (let due = exam - LAST_BEFORE_EXAM_DAYS.usual - apart; due >= first; due -= apart) {
    const day = find(Math.max(first, due - BESIDE_DAYS), due + BESIDE_DAYS, due);
    if (day) exams.push(place(day));
  }
  return exams;
}

/** Days from today until half of the new work is placed. */
function halfway(sessions: readonly Session[]): number {
  const half = sessions.reduce((sum, { minutes }) => sum + minutes, 0) * WORK_BEHIND;
  let sum = 0;
  return sessions.find(({ minutes }) => (sum += minutes) >= half)?.day.index ?? 0;
}
