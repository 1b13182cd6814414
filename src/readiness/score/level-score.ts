/** The score of a level, from those of its skills. */
import type { SkillShape } from './basis.js';
import type { SkillScore } from './skill-score.js';

/** A skill below this share of the mean is neglected. */
const NEGLECTED_BELOW = 0.5;
/** Standard normal: four fifths lie within so many standard deviations. */
export const Z80 = 1.2816;

export interface LevelScore {
  /** 0 to 100, exact. */
  score: number;
  /** Standard deviation in points. */
  sd: number;
  /** By how much each skill's score counts: times its score they sum to the level's. */
  counts: number[];
  isNeglected: boolean[];
}

/**
 * The mean by weight, less what every neglected skill is short of half of it, by weight: `mean - sum w (mean / 2 - score)` over skills under
 * half of the mean. So one heavy skill that was left out shows, and no other can hide it. It is still a sum over skills: with `W` the weight
 * of the neglected ones, each skill counts `w (1 - W / 2)`, a neglected one `w` more.
 *
 * Spread: that of single skills is independent, that which is common to all adds up.
 */
export function levelScore(shapes: readonly SkillShape[], skills: readonly SkillScore[]): LevelScore {
  let [total, mean] = [0, 0];
  for (const { weightPercent } of shapes) total += weightPercent;
  const weights = shapes.map(({ weightPercent }) => (total > 0 ? weightPercent / total : 0));
  for (let i = 0; i < skills.length; i++) mean += weights[i]! * skills[i]!.score;
  const isNeglected = skills.map(({ score }) => score < mean * NEGLECTED_BELOW);
  let neglected = 0;
  for (let i = 0; i < skills.length; i++) if (isNeglected[i]) neglected += weights[i]!;
  const counts = weights.map((weight, i) => weight * (1 - neglected * NEGLECTED_BELOW) + (isNeglected[i] ? weight : 0));
  let [score, own, common] = [0, 0, 0];
  for (let i = 0; i < skills.length; i++) {
    const [skill, count] = [skills[i]!, counts[i]!];
    score += count * skill.score;
    own += (count * skill.ownSd) ** 2;
    common += count * skill.commonSd;
  }
  return { score, sd: Math.sqrt(own + common ** 2), counts, isNeglected };
}

/** What four fifths of the like lie within: whole points, the score among them, inside 0 to 100. */
export function rangeOf(score: number, sd: number): { score: number; low: number; high: number } {
  const whole = Math.round(score);
  const clip = (value: number) => Math.round(Math.min(100, Math.max(0, value)));
  return { score: whole, low: Math.min(whole, clip(score - Z80 * sd)), high: Math.max(whole, clip(score + Z80 * sd)) };
}
