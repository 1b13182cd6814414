/** The neutral value that both answers of readiness are worked out from: it knows neither Daymark's tables nor anybody else's. */
import type { Temporal } from 'temporal-polyfill';
import type { SkillMemory } from '../progress/skill-memory.js';

/** All that is known of a learner in a level. */
export interface LearnerHistory {
  skills: readonly SkillHistory[];
  projects: readonly ProjectHistory[];
  /** Practice exams of which only the total is known. */
  practice: readonly ItemsAnswered[];
  /** Dates with study, those without a skill included. */
  studyDays: number;
  /** How they went about the way to the exam; null where that is not asked. */
  preparation: Preparation | null;
}

export interface SkillHistory {
  id: string;
  title: string;
  /** Share in the level; those of a level sum to 100. */
  weightPercent: number;
  effortMinutes: number;
  /** Logged for it, projects not counted. */
  minutes: number;
  /** As it was left by the last study; null for a skill that was never studied. */
  memory: SkillMemory | null;
  /** Items of practice exams that were about it. */
  practice: readonly ItemsAnswered[];
  /** How the learner rated themselves last, 1 to 5. */
  rating: { on: Temporal.PlainDate; value: number } | null;
  /** When a mentor attested it; null if none does. */
  signedOffOn: Temporal.PlainDate | null;
}

export interface ItemsAnswered {
  on: Temporal.PlainDate;
  right: number;
  asked: number;
}

export interface ProjectHistory {
  id: string;
  title: string;
  skillIds: readonly string[];
  effortMinutes: number;
  minutes: number;
  lastStudiedOn: Temporal.PlainDate | null;
  finishedOn: Temporal.PlainDate | null;
  /** When its evidence was handed in first. */
  submittedOn: Temporal.PlainDate | null;
  /** What a mentor said of its evidence last. */
  verdict: { on: Temporal.PlainDate; isApproved: boolean } | null;
}

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
