import type { Temporal } from 'temporal-polyfill';
import type { LevelContent } from '../curriculum/level-content.js';
import type { EnrollmentState } from '../enrollments/enrollment-life.js';
import type { OwnEnrollment } from '../enrollments/enrollments.service.js';
import { dateAt, nextDay } from '../platform/time/day-zone.js';
import type { LocalDate } from '../platform/time/time.contract.js';
import type { ProgressFacts } from '../progress/progress.service.js';
import { learnerHistory } from './learner-history.js';
import { nextActions } from './next-actions.js';
import type { ReadinessDetail } from './readiness.entity.js';
import { readinessOf, type ReadinessResult } from './readiness-model.js';

/** A row of readiness, as it is to be written. */
export interface Computed extends Pick<ReadinessResult, 'state' | 'score' | 'low' | 'high' | 'band'> {
  enrollmentId: string;
  detail: ReadinessDetail;
  /** Null without entries. */
  coversUntil: Date | null;
  computedFor: LocalDate;
  nextDueAt: string | null;
}

/** In these states an exam is to come, so what fades is computed anew each day. A change of state asks for it anyway. */
const FADING: readonly EnrollmentState[] = ['active', 'failed', 'exam-taken'];

/** Works out the readiness of one enrollment on the learner's date: everything but the reading and the writing. */
export function computed(
  enrollment: Pick<OwnEnrollment, 'id' | 'timeZone' | 'dayStartMinutes' | 'state'>,
  level: LevelContent,
  facts: ProgressFacts,
  now: Temporal.Instant,
): Computed {
  const on = dateAt(now, enrollment);
  const history = learnerHistory(level, facts);
  const { skills, wanting, ...sums } = readinessOf(history, on);
  const detail = {
    skills: skills.map((skill) => ({ ...skill, lastStudiedOn: skill.lastStudiedOn?.toString() ?? null })),
    nextActions: nextActions(history, on),
    wanting,
  };
  const nextDueAt = FADING.includes(enrollment.state) ? nextDay(now, enrollment).toString() : null;
  return { ...sums, enrollmentId: enrollment.id, detail, coversUntil: facts.coversUntil, computedFor: on.toString(), nextDueAt };
}
