/** The features of passing: an observation beside those of peers at the same share of their way. */
import type { Observation } from './observation.js';

interface Feature {
  name: string;
  /** The sign its coefficient may have: explanations must never say that studying more lowers the chance. */
  sign: 1 | -1;
  /** How much it counts may differ from level to level. */
  hasSlope: boolean;
  /** Between these, to tenths, lie 99 of 100 learners that the shipped model was fitted to: from the few beyond little could be learnt. */
  within: readonly [least: number, most: number];
  of: (own: Observation, peers: PeerNorms) => number;
}

/** What is usual among peers: the middle one of counts that are skewed, the mean of shares. */
export interface PeerNorms {
  studyDaysLog: number;
  effortLog: number;
  points: number;
  lateShare: number;
  monthsSinceWork: number;
  coverage: number;
}

/** Four times the study days that are usual: beyond it there was hardly anybody to learn from. */
const MOST_ABOVE = Math.log(4);

const above = (value: number) => Math.min(MOST_ABOVE, Math.max(0, value));
const below = (value: number) => Math.min(0, value);
const days = (own: Observation, peers: PeerNorms) => own.studyDaysLog - peers.studyDaysLog;

/**
 * In the order of the coefficients. Study days count for themselves, more where work is missing (`Behind`) than where it is handed in
 * (`Steady`), and differently above what is usual than below it.
 */
export const FEATURES = [
  { name: 'daysAboveBehind', sign: 1, hasSlope: true, within: [0, 0.5], of: (own, peers) => above(days(own, peers)) * (1 - own.adherence) },
  { name: 'daysBelowBehind', sign: 1, hasSlope: true, within: [-1.9, 0], of: (own, peers) => below(days(own, peers)) * (1 - own.adherence) },
  { name: 'daysAboveSteady', sign: 1, hasSlope: true, within: [0, 1.4], of: (own, peers) => above(days(own, peers)) * own.adherence },
  { name: 'daysBelowSteady', sign: 1, hasSlope: true, within: [-1.6, 0], of: (own, peers) => below(days(own, peers)) * own.adherence },
  { name: 'idleMonths', sign: -1, hasSlope: true, within: [0, 4], of: (own) => own.idleMonths },
  { name: 'points', sign: 1, hasSlope: true, within: [-0.6, 0.4], of: (own, peers) => own.points - peers.points },
  { name: 'deviation', sign: 1, hasSlope: true, within: [-3.1, 1.8], of: (own) => own.deviation },
  { name: 'isLastMissing', sign: -1, hasSlope: true, within: [0, 1], of: (own) => own.isLastMissing },
  { name: 'lateShare', sign: -1, hasSlope: true, within: [-0.2, 0.5], of: (own, peers) => own.lateShare - peers.lateShare },
  { name: 'monthsSinceWork', sign: -1, hasSlope: true, within: [-1.9, 6.2], of: (own, peers) => own.monthsSinceWork - peers.monthsSinceWork },
  { name: 'effort', sign: 1, hasSlope: false, within: [-4.1, 2.4], of: (own, peers) => own.effortLog - peers.effortLog },
  { name: 'coverage', sign: 1, hasSlope: false, within: [-0.3, 0.3], of: (own, peers) => own.coverage - peers.coverage },
  { name: 'earlierAttempts', sign: -1, hasSlope: false, within: [0, 3], of: (own) => own.earlierAttempts },
] as const satisfies readonly Feature[];

export type FeatureName = (typeof FEATURES)[number]['name'];

const bounded = (value: number, [least, most]: Feature['within']) => Math.min(most, Math.max(least, value));

/** As they are, however far from what the model was fitted to. */
export const unboundedFeaturesOf = (own: Observation, peers: PeerNorms): number[] => FEATURES.map(({ of }) => (of as Feature['of'])(own, peers));

/** Each within its bounds: who was idle for years is taken for who was idle the longest among those the model has seen. */
export const withinBounds = (features: readonly number[]): number[] => FEATURES.map(({ within }, i) => bounded(features[i]!, within));

export const featuresOf = (own: Observation, peers: PeerNorms): number[] => withinBounds(unboundedFeaturesOf(own, peers));

/** What is usual among these; of nobody it is undefined. */
export function normsOf(observations: readonly Observation[]): PeerNorms | undefined {
  if (observations.length === 0) return undefined;
  const all = (key: keyof Observation) => observations.map((each) => each[key]);
  return {
    studyDaysLog: median(all('studyDaysLog')),
    effortLog: median(all('effortLog')),
    points: mean(all('points')),
    lateShare: mean(all('lateShare')),
    monthsSinceWork: mean(all('monthsSinceWork')),
    coverage: mean(all('coverage')),
  };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
