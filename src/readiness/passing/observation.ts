/** What of a preparation bears on passing, as seen on a day of it: nothing here is compared with anybody yet. */
import type { HandedIn, Preparation, Reading, Work } from '../history.js';

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

/** Somebody's work as it stood on a day. */
export interface SeenWork {
  work: readonly Work[];
  day: number;
}

/** Means of what peers had handed in by their days, each as if five more had got 70; what was carried over does not count. */
export function workMeans(all: Iterable<SeenWork>): WorkMeans {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const { work, day } of all) {
    for (const { id, handedIn } of work) {
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
  const until = countUntil(readings, day);
  let [due, dueIn, reviewed, late]: [number, number, number, number] = [0, 0, 0, 0];
  let last: Work | undefined;
  for (const each of work) {
    if (each.dueDay > day) continue;
    due += 1;
    if (!last || each.dueDay >= last.dueDay) last = each;
    if (!isIn(each, day)) continue;
    dueIn += 1;
    if (!each.isReviewed || each.handedIn.isCarriedOver) continue;
    reviewed += 1;
    if (each.handedIn.day > each.dueDay) late += 1;
  }
  return {
    studyDaysLog: Math.log1p(ofWindow(readings, until, studyDaysOf)),
    effortLog: Math.log1p(ofWindow(readings, until, effortOf)),
    idleMonths: idleReadings(readings, until),
    points: pointsOf(work, day, means),
    deviation: deviationOf(work, day, means),
    isLastMissing: last && !isIn(last, day) ? 1 : 0,
    lateShare: (late + 0.5) / (reviewed + 2.5),
    monthsSinceWork: monthsSince(work, day),
    adherence: Math.min(1, (dueIn + 1) / (due + 1.5)),
    coverage: until > 0 ? Math.min(1, readings[until - 1]!.coverage) : 0,
    earlierAttempts: Math.min(MOST_ATTEMPTS, earlierAttempts),
  };
}

type Done = Work & { handedIn: HandedIn };
const isIn = (work: Work, day: number): work is Done => work.handedIn !== null && work.handedIn.day <= day;

/** How many readings there are until a day; they are the oldest ones. */
function countUntil(readings: readonly Reading[], day: number): number {
  let count = 0;
  while (count < readings.length && readings[count]!.day <= day) count += 1;
  return count;
}

const studyDaysOf = ({ studyDays }: Reading) => studyDays;
const effortOf = ({ effort }: Reading) => effort;

/** What was added in the last 30 days before the last of so many readings; between two readings sums grow evenly. */
function ofWindow(readings: readonly Reading[], count: number, sumOf: (reading: Reading) => number): number {
  if (count === 0) return 0;
  const last = readings[count - 1]!;
  const from = last.day - WINDOW_DAYS;
  let after = 0;
  while (readings[after]!.day <= from) after += 1;
  const [before, next] = [readings[after - 1], readings[after]!];
  const beganOn = before ? before.day : readings[0]!.day - WINDOW_DAYS;
  const sumBefore = before ? sumOf(before) : 0;
  const share = Math.min(1, Math.max(0, (from - beganOn) / (next.day - beganOn)));
  return sumOf(last) - (sumBefore + share * (sumOf(next) - sumBefore));
}

function idleReadings(readings: readonly Reading[], count: number): number {
  let busy = count - 1;
  while (busy >= 0 && readings[busy]!.studyDays <= (readings[busy - 1]?.studyDays ?? 0)) busy -= 1;
  return Math.min(MOST_IDLE_MONTHS, count - 1 - busy);
}

function pointsOf(work: readonly Work[], day: number, means: WorkMeans): number {
  let [weight, sum] = [EXPECTED_SCORE.weight, EXPECTED_SCORE.weight * EXPECTED_SCORE.percent];
  for (const each of work) {
    if (each.dueDay > day) continue;
    weight += each.weightPercent;
    if (isIn(each, day)) sum += each.weightPercent * (each.handedIn.scorePercent ?? means.get(each.id) ?? EXPECTED_SCORE.percent);
  }
  return sum / weight / 100;
}

function deviationOf(work: readonly Work[], day: number, means: WorkMeans): number {
  let [weight, sum] = [DEVIATION_HELD_BY, 0];
  for (const each of work) {
    if (!isIn(each, day) || each.handedIn.isCarriedOver || each.handedIn.scorePercent === null) continue;
    const counts = each.weightPercent * 0.5 ** ((day - each.handedIn.day) / SCORE_HALF_LIFE_DAYS);
    weight += counts;
    sum += counts * (each.handedIn.scorePercent - (means.get(each.id) ?? MEAN_PRIOR.percent));
  }
  return sum / weight / 10;
}

function monthsSince(work: readonly Work[], day: number): number {
  let last: number | undefined;
  for (const each of work) if (isIn(each, day) && !each.handedIn.isCarriedOver && (last === undefined || each.handedIn.day > last)) last = each.handedIn.day;
  return (day - (last ?? -WINDOW_DAYS / 2)) / WINDOW_DAYS;
}
