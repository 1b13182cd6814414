import type { Temporal } from 'temporal-polyfill';
import type { StudyTime } from '../../enrollments/study-time.js';
import type { SkillMemory } from '../../progress/skill-memory.js';
import type { PlanItemKind } from '../plans.contract.js';

/** A skill or a project as the planner sees it. */
export interface Part {
  id: string;
  kind: 'study' | 'project';
  title: string;
  effortMinutes: number;
  /** Share in the level; 0 for a project. */
  weightPercent: number;
  /** Of a project: the skills it shows. */
  skillIds: readonly string[];
  /** Of a skill: those that must be learnt before it is begun. */
  afterIds: readonly string[];
}

export interface Phase {
  title: string;
  summary: string;
  /** Of the days of the plan; all phases sum to 100. */
  sharePercent: number;
  /** Ids of the parts whose turn it is. */
  focus: readonly string[];
}

/** An item that a person put on its date by hand: it stays there, and its minutes count for its skill or project. */
export interface PinnedItem {
  id: string;
  date: Temporal.PlainDate;
  kind: PlanItemKind;
  title: string;
  skillId: string | null;
  projectId: string | null;
  /** Those of it that are still to be done. */
  minutes: number;
}

/** Something that happens on its date whatever the plan says, a workshop or a session of a cohort: it takes time from that day. */
export interface HardDate {
  date: Temporal.PlainDate;
  minutes: number;
}

export interface PaceLimits {
  /** No day is filled beyond it, however much time the learner has. */
  mostMinutesADay: number;
  shortestSession: number;
  longestSession: number;
}
export const USUAL_PACE: PaceLimits = { mostMinutesADay: 960, shortestSession: 20, longestSession: 120 };

/** How often what was learnt comes back. When a review is due is not a rule: the memory of its skill says so. */
export interface SpacingRules {
  reviewMinutes: number;
  mostReviewsADay: number;
  /** A practice exam takes what its day has to give, within these. */
  practiceMinutes: { least: number; most: number };
  /** Days between two practice exams: after a good one, and after one below the mark. */
  practiceApartDays: { usual: number; belowMark: number };
  /** Percent from which a practice exam went well. */
  practiceMarkPercent: number;
}
export const USUAL_SPACING: SpacingRules = {
  reviewMinutes: 20,
  mostReviewsADay: 3,
  practiceMinutes: { least: 30, most: 60 },
  practiceApartDays: { usual: 14, belowMark: 7 },
  practiceMarkPercent: 70,
};

/** Everything a plan depends on; there is nothing else, no clock and no database. */
export interface PlanInput {
  /** Skills in the order in which they are best learnt; `afterIds` where one of them needs another. */
  skills: readonly { id: string; title: string; weightPercent: number; effortMinutes: number; afterIds?: readonly string[] }[];
  projects: readonly { id: string; title: string; effortMinutes: number; skillIds: readonly string[] }[];
  /** Of the level's guidance; empty is one phase without a focus. */
  phases: readonly Phase[];
  /** Minutes already logged, by id of the skill or project. */
  doneMinutes: Readonly<Record<string, number>>;
  finishedProjectIds: readonly string[];
  /** Skills and projects that the learner leaves out: neither work nor reviews are placed for them. What is pinned of them stays. */
  leftOutIds?: readonly string[];
  /** How well each skill is held, by its id; absent for one that was never studied. */
  memories?: Readonly<Record<string, SkillMemory>>;
  practiceResults?: readonly { on: Temporal.PlainDate; percent: number }[];
  studyTime: StudyTime;
  today: Temporal.PlainDate;
  /** Day of the exam, on which nothing is planned; null while there is no date yet: the earliest comfortable one is proposed. */
  examOn: Temporal.PlainDate | null;
  /** When the preparation began: phases are counted from there. Today unless said. */
  startedOn?: Temporal.PlainDate;
  /** Minutes logged today already; they are no longer free. */
  loggedTodayMinutes?: number;
  pace?: Partial<PaceLimits>;
  spacing?: Partial<SpacingRules>;
  /** Points of readiness that an hour of each skill gains, by its id: what gains most comes first, instead of the guidance's order. */
  gains?: Readonly<Record<string, number>>;
  /** Points of readiness that the rest of each part is worth, by its id; unless given, the share of the level's weight that is left of it. */
  points?: Readonly<Record<string, number>>;
  pinned?: readonly PinnedItem[];
  hardDates?: readonly HardDate[];
}

/** The same with an exam date, and every limit said. */
export type WholeInput = Omit<PlanInput, 'examOn' | 'pace' | 'spacing'> & { examOn: Temporal.PlainDate; pace: PaceLimits; spacing: SpacingRules };

/** A day on which something can be planned. */
export interface OpenDay {
  date: Temporal.PlainDate;
  /** Days from today. */
  index: number;
  /** Free for what the planner places. */
  minutes: number;
}
