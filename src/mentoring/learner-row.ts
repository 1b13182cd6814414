import { daysWithTime, isInBreak } from '../enrollments/study-time.js';
import { LOOK_BACK_DAYS, steadinessOf } from '../plans/planned-days.js';
import { daysBetween } from '../platform/time/local-date.js';
import { changeSince } from '../readiness/change.js';
import { attentionOf, type Attention } from './attention.js';
import type { MentoredRow } from './mentored.statements.js';
import type { LearnerRow } from './mentoring.contract.js';

export { LOOK_BACK_DAYS };

/** A learner as the board shows them, with the weight that sorts it. */
export interface Weighed {
  row: LearnerRow;
  weight: number;
}

export function learnerRow(mentored: MentoredRow): Weighed {
  const { today, score, low, high, examOn, lastStudiedOn } = mentored;
  const { weight, needsAttention, reasons } = attentionTo(mentored);
  const studied = new Set(mentored.studyDates);
  const planned = mentored.plannedDates.filter((date) => studied.has(date) || !isInBreak(mentored.time, date));
  const { streak, studiedOfPlanned } = steadinessOf(planned, mentored.studyDates, today);
  const row = {
    enrollmentId: mentored.enrollmentId,
    name: mentored.name,
    isDeactivated: mentored.isDeactivated,
    level: { slug: mentored.levelSlug, title: mentored.levelTitle },
    state: mentored.state,
    readiness: {
      score,
      low,
      high,
      band: mentored.band ?? ('too-early' as const),
      change: changeSince(mentored.scoreAWeekAgo, score),
      chance: chanceOf(mentored),
    },
    trend: mentored.trend,
    lastStudiedOn,
    daysSinceStudied: lastStudiedOn === null ? null : daysBetween(lastStudiedOn, today),
    studiedOfPlanned,
    streak,
    examOn,
    daysToExam: daysBetween(today, examOn),
    needsAttention,
    reasons,
  };
  return { row, weight };
}

/** Never without its range. */
function chanceOf({ probability, probabilityLow: low, probabilityHigh: high }: MentoredRow): LearnerRow['readiness']['chance'] {
  return probability === null || low === null || high === null ? null : { probability, low, high };
}

/** Rest days, free dates and breaks are no silence. Nobody is behind who has passed, paused, taken the exam and waits, or cannot sign in. */
function attentionTo({ isDeactivated, state, today, examOn, startedOn, lastStudiedOn, time, plannedMinutes, loggedMinutes, score }: MentoredRow): Attention {
  if (isDeactivated || (state !== 'active' && state !== 'failed')) return { needsAttention: false, weight: 0, reasons: [] };
  return attentionOf({
    silentDays: lastStudiedOn === null ? null : daysWithTime(time, lastStudiedOn, today),
    enrolledDays: daysWithTime(time, startedOn, today),
    behindMinutes: Math.max(0, plannedMinutes - loggedMinutes),
    daysToExam: daysBetween(today, examOn),
    score,
  });
}

/** Those who need attention most first; the others by exam, the nearest first, then those whose exam is over, and deactivated people last. */
export function byAttention(one: Weighed, other: Weighed): number {
  const exam = ({ row }: Weighed) => (row.daysToExam < 0 ? Number.MAX_SAFE_INTEGER : row.daysToExam);
  return (
    Number(one.row.isDeactivated) - Number(other.row.isDeactivated) ||
    other.weight - one.weight ||
    exam(one) - exam(other) ||
    one.row.name.localeCompare(other.row.name) ||
    (one.row.enrollmentId < other.row.enrollmentId ? -1 : 1)
  );
}
