/** Who does what with evidence in the demo school, and how many days ago. */
import type { Verdict } from '../progress/evidence/evidence-life.js';

/** Days between a submission and its review, and between a review that asks for changes and the next submission. */
const DAYS_APART = 2;

/** One project of a learner. */
export interface HandIn {
  /** Of the first submission. */
  daysAgo: number;
  /** What the mentor says of each submission in turn. */
  verdicts: readonly (Verdict | 'waiting')[];
}

export interface EvidenceStep {
  daysAgo: number;
  /** A mentor reviews before the learner studies, and the learner submits after it. */
  at: 'morning' | 'evening';
  /** Position of the project in its level. */
  project: number;
  /** 0 for the first submission. */
  attempt: number;
  /** Null for the submission itself. */
  verdict: Verdict | null;
}

/** The submissions and reviews of all projects of a learner. */
export const evidenceSteps = (handIns: readonly HandIn[]): EvidenceStep[] => handIns.flatMap(stepsOf);

function stepsOf({ daysAgo: firstDaysAgo, verdicts }: HandIn, project: number): EvidenceStep[] {
  return verdicts.flatMap((verdict, attempt) => {
    const daysAgo = firstDaysAgo - attempt * 2 * DAYS_APART;
    const submission: EvidenceStep = { daysAgo, at: 'evening', project, attempt, verdict: null };
    return verdict === 'waiting' ? [submission] : [submission, { daysAgo: daysAgo - DAYS_APART, at: 'morning', project, attempt, verdict }];
  });
}
