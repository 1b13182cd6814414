/** The score of one skill, 0 to 100: what is learnt of it and still held, made of parts that sum to it, with how sure it is. */
import { recallAfter } from '../../progress/skill-memory.js';
import type { ScoreBasis, SkillBasis, SkillShape } from './basis.js';
import { leftAfter, type Evidence } from './evidence.js';

/** In the order in which they are counted. */
export const PARTS = ['coverage', 'projects', 'practice', 'ratings', 'signOffs', 'memory'] as const;
export type Part = (typeof PARTS)[number];
export type Parts = Record<Part, number>;

export interface SkillScore {
  /** 0 to 100, exact. */
  score: number;
  /** Sum to the score; memory is what was forgotten, zero or less. */
  parts: Parts;
  /** Standard deviations in points: what is unsure of this skill alone, and what is unsure of all skills of the learner in the same way. */
  ownSd: number;
  commonSd: number;
  /** 0 to 1; null for a skill that was never studied. */
  recall: number | null;
}

/** Covering all of a skill, untested, is taken for the mastery of 85 items in 100: ready, as long as it is held. */
export const UNTESTED = 0.85;
/** How fast coverage is won at first: the first half of the effort gives 62% of it. */
const STEEPNESS = 1;
/** An item answered is so much work. */
export const ITEM_MINUTES = 2;
/** What coverage says weighs as much as so many items. */
export const PRIOR_ITEMS = 6;
/** Standard deviations of our estimates: of what coverage says, the same for all skills of a learner; of efforts (log) and stabilities (log), skill by skill. */
const OFF = { untested: 0.15, effort: 0.3, stability: 0.4 };
/** How much steadier a memory is than estimated, a standard deviation off. */
const STEADIER = Math.exp(OFF.stability);
/** What all of the effort covers before it is scaled to one. */
const WHOLE = 1 - Math.exp(-STEEPNESS);

/**
 * Coverage `c` is won by minutes (items answered count as 2 each) against the expected effort, `x = minutes / effort` at most 1, ever more
 * slowly: `c = (1 - e^-x) / (1 - e^-1)`. Mastery is the mean of a Beta posterior: coverage is a prior of 6 items, `0.85 c` of them right;
 * projects, practice items, self-ratings and sign-offs add items, which count half after 120 days. Memory is the retrievability `R` of
 * FSRS. `score = 100 R (6 * 0.85 c + right) / (6 + items)`.
 *
 * Parts are what each adds in the order of PARTS: the coverage won by study; what projects add to coverage and as evidence; practice;
 * ratings; sign-offs; and last what is forgotten, `(R - 1)` times the rest.
 */
export function skillScore(shape: SkillShape, basis: SkillBasis, since: number, day: number): SkillScore {
  return scoreOf(shape, basis, leftAfter(day - since), day);
}

/** What speaks for mastery so far, in items. */
interface Items {
  right: number;
  all: number;
}

/** @param left what is left of the evidence of the basis on the day: the same for all skills. Millions are worked out in a row, so nothing here is made to be thrown away. */
function scoreOf({ effortMinutes }: SkillShape, basis: SkillBasis, left: number, day: number): SkillScore {
  const workedMinutes = basis.studyMinutes + basis.projectMinutes + basis.itemsAnswered * ITEM_MINUTES;
  const covered = coverageOf(effortMinutes, workedMinutes);
  const items: Items = { right: PRIOR_ITEMS * UNTESTED * covered, all: PRIOR_ITEMS };
  const coverage = 100 * UNTESTED * coverageOf(effortMinutes, basis.studyMinutes);
  const projects = masteryWith(items, basis.projects, left);
  const practice = masteryWith(items, basis.practice, left);
  const ratings = masteryWith(items, basis.ratings, left);
  const mastery = masteryWith(items, basis.signOffs, left);
  const days = day - basis.lastDay;
  const recall = basis.stabilityDays > 0 ? recallAfter(basis.stabilityDays, days) : null;
  const held = recall ?? 1;
  const priorShare = PRIOR_ITEMS / items.all;
  return {
    score: mastery * held,
    parts: {
      coverage,
      projects: projects - coverage,
      practice: practice - projects,
      ratings: ratings - practice,
      signOffs: mastery - ratings,
      memory: mastery * (held - 1),
    },
    ownSd: covered > 0 || items.all > PRIOR_ITEMS ? ownSdOf(effortMinutes, workedMinutes, basis.stabilityDays, mastery / 100, items.all, held, days) : 0,
    commonSd: 100 * held * OFF.untested * covered * priorShare,
    recall,
  };
}

/** Adds evidence, and answers the mastery that all of it so far speaks for, 0 to 100. */
function masteryWith(items: Items, { right, wrong }: Evidence, left: number): number {
  items.right += right * left;
  items.all += (right + wrong) * left;
  return (100 * items.right) / items.all;
}

const coverageOf = (effortMinutes: number, minutes: number): number =>
  effortMinutes > 0 ? (1 - Math.exp(-STEEPNESS * Math.min(1, minutes / effortMinutes))) / WHOLE : 0;

/** In points: what is unsure of the mastery (the spread of its Beta), of the effort that a skill takes, and of how fast it is forgotten. */
function ownSdOf(effortMinutes: number, workedMinutes: number, stabilityDays: number, mastery: number, items: number, held: number, days: number): number {
  // A share of zero or one is no more certain than one item in twenty.
  const share = Math.min(0.95, Math.max(0.05, mastery));
  const beta = Math.sqrt((share * (1 - share)) / (items + 1));
  const worked = Math.min(1, workedMinutes / Math.max(1, effortMinutes));
  const effort = (OFF.effort * (PRIOR_ITEMS / items) * UNTESTED * worked * STEEPNESS * Math.exp(-STEEPNESS * worked)) / WHOLE;
  const memory = stabilityDays > 0 ? mastery * (recallAfter(stabilityDays * STEADIER, days) - held) : 0;
  return 100 * Math.sqrt((held * beta) ** 2 + (held * effort) ** 2 + memory ** 2);
}

/** The scores of all skills of a level on a day. */
export function skillScores(shapes: readonly SkillShape[], { skills, day: since }: ScoreBasis, day: number): SkillScore[] {
  const left = leftAfter(day - since);
  return shapes.map((shape, i) => scoreOf(shape, skills[i]!, left, day));
}
