/** The neutral value that both answers of readiness are worked out from: it knows neither Daymark's tables nor anybody else's. */
import type { Temporal } from 'temporal-polyfill';

/** How a learner went about a preparation. Its days count from the first one, day 0; what lies before has negative days. */
export interface Preparation {
  startedOn: Temporal.PlainDate;
  /** From the start to the exam. */
  lengthDays: number;
  /** Sums until days of it, oldest first; none of a day later than the one that is asked about. */
  readings: readonly Reading[];
  work: readonly Work[];
  /** Exams of this level taken before. */
  earlierAttempts: number;
}

/** Sums from the start to a day, that day included. They never fall. */
export interface Reading {
  day: number;
  /** Days with study. */
  studyDays: number;
  /** In any unit that is the same for all peers: minutes, visits. */
  effort: number;
  /** Share of the level that was worked through, 0 to 1. */
  coverage: number;
}

/** Something to hand in or to sit: a project, a practice exam, an assignment. */
export interface Work {
  /** The same for all learners who have it to do. */
  id: string;
  dueDay: number;
  /** Share in what the work of the level counts, in percent. */
  weightPercent: number;
  /** A person looks at it, so that being late is the learner's doing. */
  isReviewed: boolean;
  /** Null while it is missing. */
  handedIn: HandedIn | null;
}

export interface HandedIn {
  day: number;
  /** 0 to 100; null where nobody said. */
  scorePercent: number | null;
  /** From an earlier preparation: it counts as done, and says nothing about how this one goes. */
  isCarriedOver: boolean;
}
