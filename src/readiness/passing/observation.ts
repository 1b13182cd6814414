/** What of a preparation bears on passing, as seen on a day of it: nothing here is compared with anybody yet. */
import type { Preparation, Work } from '../history.js';

/** Study days and effort are looked at over so many days. */
const WINDOW_DAYS = 30;
const MOST_IDLE_MONTHS = 4;
const MOST_ATTEMPTS = 3;
/** What is expected of work without a mark, and how much weight (percent) that expectation has beside marks. */
const EXPECTED_SCORE = { percent: 65, weight: 15 };
/** Days after which a score counts half. */
const SCORE_HALF_LIFE_DAYS = 60;
/** A deviation of scores is held back by so much weight (percent) of none. */
const DEVIATION_HELD_BY = 10;
/** A mean of a piece of work is taken together with so many scores of 70. */
const MEAN_PRIOR = { percent: 70, count: 5 };

export interface Observation {
  /** log(1 + days with study in the last 30). */
  studyDaysLog: number;
  /** log(1 + effort of the last 30 days). */
  effortLog: number;
  /** Readings in a row, 30 days apart, without a new day of study; at most 4. */
  idleMonths: number;
  /** Weighted score of the work that is due, missing work counting 0, shrunk to 65%: 0 to 1. */
  points: number;
  /** Mean difference of scores from those of peers for the same work, newer ones counting more, in tenths of the scale. */
  deviation: number;
  /** 1 where the last work due is missing, else 0. */
  isLastMissing: number;
  /** Share of reviewed work that came late, shrunk to 1 in 5. */
  lateShare: number;
  /** 30-day months since something was handed in. */
  monthsSinceWork: number;
  /** Share of the work due that was handed in, 0 to 1. */
  adherence: number;
  /** 0 to 1. */
  coverage: number;
  /** At most 3. */
  earlierAttempts: number;
}

/** Mean score so far of each piece of work, by its id. */
export type WorkMeans = ReadonlyMap<string, number>;

/** Means of what peers had handed in by a day, each as if five more had got 70; what was carried over does not count. */
export function workMeans<Seen extends Pick<Preparation, 'work'>>(preparations: Iterable<Seen>, dayOf: (preparation: Seen) => number): WorkMeans {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const preparation of preparations) {
    const day = dayOf(preparation);
    for (const { id, handedIn } of preparation.work) {
      if (!handedIn || handedIn.day > day || handedIn.isCarriedOver || handedIn.scorePercent === null) continue;
      const sum = sums.get(id) ?? { sum: MEAN_PRIOR.percent * MEAN_PRIOR.count, count: MEAN_PRIOR.count };
      sums.set(id, { sum: sum.sum + handedIn.scorePercent, count: sum.count + 1 });
    }
  }
  return new Map([...sums].map(([id, { sum, count }]) => [id, sum / count]));
}

/**
 * The preparation as it stood on a day, from what had happened by then alone.
 *
 * Edge cases: no readings or no work at all is a learner who did nothing; work of later days is not due, though what was handed in early
 * counts in `deviation` and `monthsSinceWork`.
 */
export function observe(preparation: Omit<Preparation, 'startedOn'>, day: number, means: WorkMeans): Observation {
  const { readings, work, earlierAttempts } = preparation;
  const until = readings.filter((reading) => reading.day <= day);
  const due = work.filter(({ dueDay }) => dueDay <= day).sort((a, b) => a.dueDay - b.dueDay);
  const isIn = ({ handedIn }: Work) => handedIn !== null && handedIn.day <= day;
  const handedIn = due.filter(isIn);
  return {
    studyDaysLog: Math.log1p(ofWindow(until, (reading) => reading.studyDays)),
    effortLog: Math.log1p(ofWindow(until, (reading) => reading.effort)),
    idleMonths: idleReadings(until),
    points: pointsOf(due, isIn, means),
    deviation: deviationOf(work.filter(isIn), day, means),
    isLastMissing: due.length > 0 && !isIn(due.at(-1)!) ? 1 : 0,
    lateShare: lateShareOf(handedIn),
    monthsSinceWork: monthsSince(work.filter(isIn), day),
    adherence: Math.min(1, (handedIn.length + 1) / (due.length + 1.5)),
    coverage: Math.min(1, until.at(-1)?.coverage ?? 0),
    earlierAttempts: Math.min(MOST_ATTEMPTS, earlierAttempts),
  };
}

/** What was added in the last 30 days before the last reading; between two readings sums grow evenly. */
function ofWindow(readings: readonly Preparation['readings'][number][], sumOf: (reading: Preparation['readings'][number]) => number): number {
  const last = readings.at(-1);
  if (!last) return 0;
  const from = last.day - WINDOW_DAYS;
  const after = readings.findIndex(({ day }) => day > from);
  const [before, next] = [readings[after - 1], readings[after]!];
  const at = before ?? { day: readings[0]!.day - WINDOW_DAYS };
  const sumBefore = before ? sumOf(before) : 0;
  const share = Math.min(1, Math.max(0, (from - at.day) / (next.day - at.day)));
  return sumOf(last) - (sumBefore + share * (sumOf(next) - sumBefore));
}

function idleReadings(readings: readonly Preparation['readings'][number][]): number {
  const busy = readings.findLastIndex(({ studyDays }, i) => studyDays > (readings[i - 1]?.studyDays ?? 0));
  return Math.min(MOST_IDLE_MONTHS, readings.length - 1 - busy);
}

function pointsOf(due: readonly Work[], isIn: (work: Work) => boolean, means: WorkMeans): number {
  let [weight, sum] = [EXPECTED_SCORE.weight, EXPECTED_SCORE.weight * EXPECTED_SCORE.percent];
  for (const work of due) {
    weight += work.weightPercent;
    if (isIn(work)) sum += work.weightPercent * (work.handedIn?.scorePercent ?? means.get(work.id) ?? EXPECTED_SCORE.percent);
  }
  return sum / weight / 100;
}

function deviationOf(handedIn: readonly Work[], day: number, means: WorkMeans): number {
  let [weight, sum] = [DEVIATION_HELD_BY, 0];
  for (const { id, weightPercent, handedIn: done } of handedIn) {
    if (!done || done.isCarriedOver || done.scorePercent === null) continue;
    const counts = weightPercent * 0.5 ** ((day - done.day) / SCORE_HALF_LIFE_DAYS);
    weight += counts;
    sum += counts * (done.scorePercent - (means.get(id) ?? MEAN_PRIOR.percent));
  }
  return sum / weight / 10;
}

function lateShareOf(handedIn: readonly Work[]): number {
  const reviewed = handedIn.filter(({ isReviewed, handedIn: done }) => isReviewed && done && !done.isCarriedOver);
  const late = reviewed.filter(({ dueDay, handedIn: done }) => done && done.day > dueDay);
  return (late.length + 0.5) / (reviewed.length + 2.5);
}

function monthsSince(handedIn: readonly Work[], day: number): number {
  const days = handedIn.flatMap(({ handedIn: done }) => (done && !done.isCarriedOver ? [done.day] : []));
  return (day - (days.length > 0 ? Math.max(...days) : -WINDOW_DAYS / 2)) / WINDOW_DAYS;
}
