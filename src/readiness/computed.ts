import type { Temporal } from 'temporal-polyfill';
import type { LevelContent } from '../curriculum/level-content.js';
import type { EnrollmentState } from '../enrollments/enrollment-life.js';
import type { OwnEnrollment } from '../enrollments/enrollments.service.js';
import { dateAt, nextDay } from '../platform/time/day-zone.js';
import type { LocalDate } from '../platform/time/time.contract.js';
import type { ProgressFacts } from '../progress/progress.service.js';
import { learnerHistory, wayOf } from './learner-history.js';
import { chanceOn, type PassGround } from './passing/chance.js';
import type { Way } from './passing/way.js';
import type { Readiness } from './readiness.contract.js';
import { basisOf, dayNumber, shapeOf, type LevelShape } from './score/basis.js';
import { packed, settled, type Known } from './score/packed-basis.js';
import { partsInTenths, scoredAt, type ReadinessResult, type Scored } from './score/readiness-model.js';
import { snapshotParts } from './snapshot-parts.js';

/** A row of readiness to write, with its point in the history. */
export interface Computed extends Pick<ReadinessResult, 'state' | 'score' | 'low' | 'high' | 'band'> {
  enrollmentId: string;
  levelId: string;
  releaseId: string;
  basis: Buffer;
  probability: number | null;
  probabilityLow: number | null;
  probabilityHigh: number | null;
  parts: number[] | null;
  /** Null without entries. */
  coversUntil: Date | null;
  computedFor: LocalDate;
  nextDueAt: string | null;
  enrollmentState: EnrollmentState;
  timeZone: string;
  dayStartMinutes: number;
}

/** In these states an exam is still ahead, so fading memory is computed again each day. A change of state triggers a computation anyway. */
const FADING: readonly EnrollmentState[] = ['active', 'failed', 'exam-taken'];

export interface Attempt {
  id: string;
  takenOn: LocalDate;
  result: 'passed' | 'failed' | null;
}

/** `coversUntil` is the time of the latest entry change that all these facts include, null without entries. */
export type CoveredFacts = ProgressFacts & { coversUntil: Date | null };

/** Computes the readiness of one enrollment on the learner's date. It reads and writes nothing. */
export function computed(
  enrollment: Pick<OwnEnrollment, 'id' | 'levelId' | 'releaseId' | 'timeZone' | 'dayStartMinutes' | 'state' | 'startedOn' | 'examOn'>,
  level: LevelContent,
  facts: CoveredFacts,
  attempts: readonly Attempt[],
  ground: PassGround,
  now: Temporal.Instant,
): Computed {
  const on = dateAt(now, enrollment);
  const shape = shapeOf(level);
  const known = knownOf(enrollment, level, facts, attempts, on);
  return {
    ...resultOn(shape, known, dayNumber(on), enrollment.state, ground),
    ...{ enrollmentId: enrollment.id, levelId: enrollment.levelId, releaseId: enrollment.releaseId },
    basis: packed(known, shape),
    coversUntil: facts.coversUntil,
    computedFor: on.toString(),
    nextDueAt: FADING.includes(enrollment.state) ? nextDay(now, enrollment).toString() : null,
    ...{ enrollmentState: enrollment.state, timeZone: enrollment.timeZone, dayStartMinutes: enrollment.dayStartMinutes },
  };
}

/** The input of both computations, on the learner's date, with numbers as they are stored. */
export function knownOf(
  enrollment: Pick<OwnEnrollment, 'timeZone' | 'dayStartMinutes' | 'startedOn' | 'examOn'>,
  level: LevelContent,
  facts: ProgressFacts,
  attempts: readonly Attempt[],
  on: Temporal.PlainDate,
): Known {
  const history = learnerHistory(level, facts, enrollment);
  return settled({ basis: basisOf(history, on), way: wayOf(history, enrollment, attempts, facts) }, shapeOf(level));
}

type Result = Pick<Computed, 'state' | 'score' | 'low' | 'high' | 'band' | 'parts' | 'probability' | 'probabilityLow' | 'probabilityHigh'>;

/** What a day says, before it is asked what the score is made of. */
export interface DayResult extends Omit<Result, 'parts'> {
  scored: Scored;
}

/** Score and chance on a day, from what is known: the same whether something was logged on it or it only passed. */
export function resultOn(shape: LevelShape, known: Known, day: number, state: EnrollmentState, ground: PassGround): Result {
  const { scored, ...sums } = dayResultOn(shape, known, day, state, ground);
  return { ...sums, parts: partsOf(scored) };
}

/** The same for days that only pass, of which most change nothing that anybody sees. */
export function dayResultOn(shape: LevelShape, { basis, way }: Known, day: number, enrollment: EnrollmentState, ground: PassGround): DayResult {
  const scored = scoredAt(shape, basis, day);
  const { state, score, low, high, band } = scored;
  const chance = noChance(state, enrollment, way, day) === null ? chanceOn(way, day, ground) : null;
  return {
    state,
    score,
    low,
    high,
    band,
    probability: chance && chance.probability,
    probabilityLow: chance && chance.low,
    probabilityHigh: chance && chance.high,
    scored,
  };
}

/** What a score is made of, as a point of the history keeps it. */
export const partsOf = (scored: Scored): number[] | null => (scored.score === null ? null : snapshotParts(partsInTenths(scored)));

/** Why there is no chance to speak of; null where there is one. Who did not pass has one again with the date of a retake. */
export function noChance(score: ReadinessResult['state'], state: EnrollmentState, way: Pick<Way, 'examDay'>, day: number): Readiness['noChance'] {
  if (state === 'passed' || state === 'expired') return 'passed';
  if (state === 'exam-taken') return 'exam-taken';
  if (state === 'failed') return 'failed';
  if (state === 'paused') return 'paused';
  if (state === 'requested' || state === 'withdrawn') return 'not-active';
  if (way.examDay < day) return 'exam-gone';
  return score === 'too-early' ? 'too-early' : null;
}
