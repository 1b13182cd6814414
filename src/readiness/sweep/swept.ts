/** What a day that only passed makes of a row: worked out from its basis, and written only where somebody could see the difference. */
import { Temporal } from 'temporal-polyfill';
import type { EnrollmentState } from '../../enrollments/enrollment-life.js';
import { dateAt, nextDay, type DayZone } from '../../platform/time/day-zone.js';
import type { LocalDate } from '../../platform/time/time.contract.js';
import { dayResultOn, partsOf, type DayResult } from '../computed.js';
import type { PassGround } from '../passing/chance.js';
import { dayNumber, type LevelShape } from '../score/basis.js';
import type { Known } from '../score/packed-basis.js';
import { MODEL } from '../score/readiness-model.js';

/** What people see of a row. */
export interface Seen {
  score: number | null;
  low: number | null;
  high: number | null;
  probability: number | null;
}

/** A row as the sweep writes it. */
export interface Swept extends Omit<DayResult, 'scored'> {
  enrollmentId: string;
  /** Of the row that it was worked out from: where there is another one by now, this is nothing. */
  version: string;
  computedFor: LocalDate;
  nextDueAt: string;
  /** Whether it is a new point of the history, and then what its score is made of. */
  isNewPoint: boolean;
  parts: number[] | null;
}

/** A date as somebody lives it. */
export interface LivedDay {
  date: LocalDate;
  day: number;
  nextDueAt: string;
  until: Temporal.Instant;
}

/** Whole points, and whole percents of the chance; its range goes with it, and makes no point of its own. A row is the last point of its history, so nothing else need be looked at. */
export const differsVisibly = (before: Seen, after: Seen): boolean =>
  before.score !== after.score || before.low !== after.low || before.high !== after.high || percentOf(before.probability) !== percentOf(after.probability);

/** As it is stored: in 32 bits. */
const percentOf = (probability: number | null) => (probability === null ? null : Math.round(Math.fround(probability) * 100));

export function sweptOn(
  row: Seen & Pick<Swept, 'enrollmentId' | 'version'> & { model: string },
  shape: LevelShape,
  known: Known,
  { date, day, nextDueAt }: LivedDay,
  state: EnrollmentState,
  ground: PassGround,
): Swept {
  const result = dayResultOn(shape, known, day, state, ground);
  // The first point of a new model shows what the model changed.
  const isNewPoint = row.model !== MODEL || differsVisibly(row, result);
  return {
    enrollmentId: row.enrollmentId,
    version: row.version,
    state: result.state,
    score: result.score,
    low: result.low,
    high: result.high,
    band: result.band,
    probability: result.probability,
    probabilityLow: result.probabilityLow,
    probabilityHigh: result.probabilityHigh,
    computedFor: date,
    nextDueAt,
    isNewPoint,
    parts: isNewPoint ? partsOf(result.scored) : null,
  };
}

/** Which day it is for whom, each zone worked out once a day: zones take longer than all else of a row. */
export class LivedDays {
  private readonly days = new Map<string, LivedDay>();

  of({ timeZone, dayStartMinutes }: DayZone, now: Temporal.Instant): LivedDay {
    const key = `${dayStartMinutes} ${timeZone}`;
    const known = this.days.get(key);
    if (known && Temporal.Instant.compare(now, known.until) < 0) return known;
    const zone = { timeZone, dayStartMinutes };
    const [date, until] = [dateAt(now, zone), nextDay(now, zone)];
    const day = { date: date.toString(), day: dayNumber(date), nextDueAt: until.toString(), until };
    this.days.set(key, day);
    return day;
  }
}
