import type { Temporal } from 'temporal-polyfill';
import type { StudyTime } from '../enrollments/study-time.js';

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
}

export interface Phase {
  title: string;
  summary: string;
  /** Of the days of the plan; all phases sum to 100. */
  sharePercent: number;
  /** Ids of the parts whose turn it is. */
  focus: readonly string[];
}

/** Everything a plan depends on; there is nothing else, no clock and no database. */
export interface PlanInput {
  /** Skills in the order in which they are best learnt. */
  skills: readonly { id: string; title: string; weightPercent: number; effortMinutes: number }[];
  projects: readonly { id: string; title: string; effortMinutes: number; skillIds: readonly string[] }[];
  /** Of the level's guidance; empty is one phase without a focus. */
  phases: readonly Phase[];
  /** Minutes already logged, by id of the skill or project. */
  doneMinutes: Readonly<Record<string, number>>;
  finishedProjectIds: readonly string[];
  /** When a skill was last logged, by its id: what was learnt before today is reviewed too. */
  lastStudiedOn?: Readonly<Record<string, Temporal.PlainDate>>;
  /** Minutes of a usual week, Monday first. */
  weeklyMinutes: readonly number[];
  /** Minutes of dates that differ from it, and spans without study; none unless said. */
  exceptions?: StudyTime['exceptions'];
  breaks?: StudyTime['breaks'];
  today: Temporal.PlainDate;
  /** Day of the exam; nothing is planned on it. */
  examOn: Temporal.PlainDate;
  /** When the preparation began: phases are counted from there. Today unless said. */
  startedOn?: Temporal.PlainDate;
  /** Minutes logged today already; they are no longer free. */
  loggedTodayMinutes?: number;
}

/** A day on which something can be planned. */
export interface OpenDay {
  date: Temporal.PlainDate;
  minutes: number;
}
