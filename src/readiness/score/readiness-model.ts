import type { Temporal } from 'temporal-polyfill';
import { percentOf } from '../../platform/percent.contract.js';
import type { LearnerHistory } from '../history.js';
import { NEAR_FROM, READY_FROM, type Band } from '../readiness.contract.js';
import { basisOf, dayNumber, shapeOf, type LevelShape, type ScoreBasis } from './basis.js';
import { levelScore, rangeOf, type LevelScore } from './level-score.js';
import { sharedOut } from './shared-out.js';
import { PARTS, skillScores, type Part, type Parts, type SkillScore } from './skill-score.js';

/** The name under which results of this model are stored. */
export const MODEL = 'evidence-2';

/** Under this much evidence there is no number: both of the first, or items of practice exams in their place. */
export const ENOUGH = { studyDays: 2, shareOfEffort: 0.05, minutesADay: 45, practiceItems: 20 };

export interface SkillResult {
  skillId: string;
  title: string;
  weightPercent: number;
  /** 0 to 100, whole. */
  score: number;
  low: number;
  high: number;
  /** What it gives to the level's score, to a tenth; those of all skills sum to it exactly. */
  points: number;
  /** What its points are made of; they sum to them exactly. */
  parts: Parts;
  /** Its score is under half of the mean, and takes from it more than its weight. */
  isNeglected: boolean;
  minutes: number;
  effortMinutes: number;
  itemsAnswered: number;
  /** How likely it is recalled now, 0 to 100; null for a skill that was never studied. */
  recallPercent: number | null;
}

/** What would be enough to say something: so many days more, or so many items of practice exams. */
export interface Wanting {
  studyDays: number;
  practiceItems: number;
}

export interface ReadinessResult {
  state: 'too-early' | 'computed';
  /** 0 to 100, whole; null while too early to say. */
  score: number | null;
  low: number | null;
  high: number | null;
  band: Band;
  wanting: Wanting | null;
  skills: SkillResult[];
}

/**
 * How ready the learner is on a date: what is learnt and still held (docs/readiness.md; skill-score.ts and level-score.ts have the formulas).
 *
 * Edge cases: nothing logged, fewer than 2 study days or under 5% of all effort, without 20 items of practice exams, is 'too-early', and
 * says what more would do; study and evidence dated after `on` count as of it; a level without weighted skills is 'too-early' for ever;
 * exam, pauses and outcomes are not this function's business.
 */
export function readinessOf(history: LearnerHistory, on: Temporal.PlainDate): ReadinessResult {
  return readinessAt(shapeOf(history), basisOf(history, on), dayNumber(on));
}

/** Score, range and state on a day, with what they were worked out from. */
export interface Scored extends Pick<ReadinessResult, 'state' | 'score' | 'low' | 'high' | 'band' | 'wanting'> {
  skills: SkillScore[];
  level: LevelScore;
}

/** Score, range and state on a day, without what is shown beside them: all that a day needs which only passes. */
export function scoredAt(shape: LevelShape, basis: ScoreBasis, day: number): Scored {
  const skills = skillScores(shape.skills, basis, day);
  const level = levelScore(shape.skills, skills);
  const wanting = wantingOf(shape, basis);
  if (wanting || shape.skills.length === 0) return { state: 'too-early', score: null, low: null, high: null, band: 'too-early', wanting, skills, level };
  const { score, low, high } = rangeOf(level.score, level.sd);
  return { state: 'computed', score, low, high, band: bandOf(score), wanting: null, skills, level };
}

/** What each part of each skill gives to the level's score, in tenths of points, skill by skill in the order of PARTS: they sum to the score, which is rounded. */
export function partsInTenths({ skills, level }: Pick<Scored, 'skills' | 'level'>): number[] {
  const points = new Float64Array(skills.length * PARTS.length);
  let [exact, at] = [0, 0];
  for (let i = 0; i < skills.length; i++) for (const part of PARTS) exact += points[at++] = skills[i]!.parts[part] * level.counts[i]!;
  const whole = rangeOf(level.score, level.sd).score * 10;
  // All of them are rounded with the score alike, and what is nothing stays nothing.
  const scale = exact > 0 ? whole / exact : 0;
  for (let i = 0; i < points.length; i++) points[i]! *= scale;
  return sharedOut(whole, points);
}

/** The same from what was worked out before, on its day or a later one: nothing but time has passed between. */
export function readinessAt(level: LevelShape, basis: ScoreBasis, day: number): ReadinessResult {
  const scored = scoredAt(level, basis, day);
  const tenths = partsInTenths(scored);
  const skills = level.skills.map((shape, i) => {
    const [one, done] = [scored.skills[i]!, basis.skills[i]!];
    const own = tenths.slice(i * PARTS.length, (i + 1) * PARTS.length);
    const parts = Object.fromEntries(PARTS.map((part, k) => [part, own[k]! / 10])) as Parts;
    return {
      skillId: shape.id,
      title: shape.title,
      weightPercent: shape.weightPercent,
      ...rangeOf(one.score, Math.hypot(one.ownSd, one.commonSd)),
      points: own.reduce((sum, part) => sum + part, 0) / 10,
      parts,
      isNeglected: scored.level.isNeglected[i]!,
      minutes: Math.round(done.studyMinutes + done.projectMinutes),
      effortMinutes: Math.round(shape.effortMinutes),
      itemsAnswered: Math.round(done.itemsAnswered),
      recallPercent: one.recall === null ? null : percentOf(one.recall),
    };
  });
  const { state, score, low, high, band, wanting } = scored;
  return { state, score, low, high, band, wanting, skills };
}

export const bandOf = (score: number): Band => (score >= READY_FROM ? 'ready' : score >= NEAR_FROM ? 'near' : 'building');

/** The level's score, not rounded, whatever the evidence, with its standard deviation in points: for weighing one possible future against another. */
export function exactLevel(history: LearnerHistory, on: Temporal.PlainDate): { score: number; sd: number } {
  return exactAt(shapeOf(history), basisOf(history, on), dayNumber(on));
}

export function exactAt({ skills }: LevelShape, basis: ScoreBasis, day: number): { score: number; sd: number } {
  return levelScore(skills, skillScores(skills, basis, day));
}

/** Items that are shared out among skills sum to a whole but for the rounding of 32-bit floats. */
const A_HAIR = 1e-3;

/** What is wanting before there is a number; null when there is enough, and of a level without skills, where nothing would be. */
export function wantingOf({ skills: shapes }: LevelShape, { skills, studyDays }: ScoreBasis): Wanting | null {
  if (shapes.length === 0) return null;
  let [minutes, items, effort] = [0, A_HAIR, 0];
  for (const skill of skills) {
    minutes += skill.studyMinutes + skill.projectMinutes;
    items += skill.itemsAnswered;
  }
  for (const { effortMinutes } of shapes) effort += effortMinutes;
  if (items >= ENOUGH.practiceItems) return null;
  const byMinutes = Math.ceil((effort * ENOUGH.shareOfEffort - minutes) / ENOUGH.minutesADay);
  const days = Math.max(ENOUGH.studyDays - studyDays, byMinutes);
  return days > 0 ? { studyDays: days, practiceItems: Math.ceil(ENOUGH.practiceItems - items) } : null;
}

export type { Part, Parts };
