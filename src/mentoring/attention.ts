import type { AttentionReason } from './mentoring.contract.js';

export interface LearnerSigns {
  /** Days with time since the last study day: rest days, free dates and breaks are no silence. Null before the first study day. */
  silentDays: number | null;
  /** Days with time since the enrollment began. */
  enrolledDays: number;
  /** Planned minutes of the last two weeks that were not done. */
  behindMinutes: number;
  /** Negative after the exam. */
  daysToExam: number;
  score: number | null;
}

/** From when each sign is worth a mentor's look; a person could argue about each. */
const SILENT_FROM_DAYS = 4;
const BEHIND_FROM_MINUTES = 180;
const EXAM_NEAR_DAYS = 14;
const READY_SCORE = 75;
const NEVER_STARTED_FROM_DAYS = 3;

export interface Attention {
  needsAttention: boolean;
  /** Sorts a board: more is more urgent. */
  weight: number;
  /** The most urgent first. */
  reasons: AttentionReason[];
}

/** Whether a mentor should look at somebody, how soon, and why: each reason with its number. Pure. */
export function attentionOf(signs: LearnerSigns): Attention {
  const weighed = [...examNear(signs), ...silent(signs), ...behind(signs)].sort((a, b) => b.weight - a.weight);
  return { needsAttention: weighed.length > 0, weight: weighed.reduce((sum, { weight }) => sum + weight, 0), reasons: weighed.map(({ reason }) => reason) };
}

type Weighed = { weight: number; reason: AttentionReason }[];

/** The exam is near and the score is not there: the nearer and the lower, the heavier. */
function examNear({ daysToExam: days, score }: LearnerSigns): Weighed {
  if (days < 0 || days > EXAM_NEAR_DAYS || (score ?? 0) >= READY_SCORE) return [];
  return [{ weight: 30 + (EXAM_NEAR_DAYS - days) * 2 + (READY_SCORE - (score ?? 0)) / 2, reason: { kind: 'exam-near', days, score } }];
}

function silent({ silentDays: days, enrolledDays, daysToExam }: LearnerSigns): Weighed {
  if (daysToExam < 0) return [];
  if (days === null)
    return enrolledDays >= NEVER_STARTED_FROM_DAYS ? [{ weight: 25 + Math.min(30, enrolledDays), reason: { kind: 'never-started', days: enrolledDays } }] : [];
  return days >= SILENT_FROM_DAYS ? [{ weight: 20 + Math.min(30, days * 2), reason: { kind: 'silent', days } }] : [];
}

function behind({ behindMinutes: minutes, daysToExam }: LearnerSigns): Weighed {
  return minutes >= BEHIND_FROM_MINUTES && daysToExam >= 0 ? [{ weight: 10 + Math.min(30, minutes / 30), reason: { kind: 'behind', minutes } }] : [];
}
