/** How likely the exam is passed on its date, seen from a day before it, with its range and what made it. */
import { logistic } from '../fitting/ridge.js';
import type { CHANCE_PARTS } from '../readiness.contract.js';
import { Z80 } from '../score/level-score.js';
import { sharedOut } from '../score/shared-out.js';
import { FEATURES, featuresOf, type FeatureName, type PeerNorms } from './features.js';
import { observe, type Observation, type WorkMeans } from './observation.js';
import { between, passLogit, type PassModel } from './pass-model.js';
import { preparationOn, shareOfWay, type Way } from './way.js';

/** What a level's learners do at a tenth of their way. */
export interface Peers {
  learners: number;
  norms: PeerNorms;
  /** Mean scores of pieces of work, by id. */
  workMeans: WorkMeans;
}

/** All that the chance of a learner of a level depends on, beside themselves. */
export interface PassGround {
  model: PassModel;
  levelId: string;
  /** At a tenth of the way, 0 to 10; undefined where nobody was seen. */
  peersAt: (tenth: number) => Peers | undefined;
  /** Recorded outcomes of this level that the model has learnt from. */
  outcomes: number;
}

export type ChancePart = (typeof CHANCE_PARTS)[number];

export interface PassChance {
  probability: number;
  low: number;
  high: number;
  usual: number;
  /** In percentage points, to a tenth; they sum to the difference from the usual one. */
  parts: Record<ChancePart, number>;
  peers: number;
  outcomes: number;
  model: string;
  features: number[];
  share: number;
}

/** With so many peers, what is usual among them counts as much as what is usual elsewhere. */
export const PEERS_HELD_BY = 20;
/** With so many outcomes of a level, half of what is unsure of its intercept is known. */
export const OUTCOMES_HELD_BY = 30;

const PART_OF: Record<FeatureName, ChancePart> = {
  ...{ daysAboveBehind: 'study', daysBelowBehind: 'study', daysAboveSteady: 'study', daysBelowSteady: 'study', idleMonths: 'study', effort: 'study' },
  ...{ points: 'work', isLastMissing: 'work', monthsSinceWork: 'work', deviation: 'scores', lateShare: 'lateness', coverage: 'coverage' },
  earlierAttempts: 'attempts',
};

/**
 * The chance on a day. What is unsure of it (logit): the intercept of a level with few outcomes, the coefficients, and what is usual where
 * peers are few. Days before the start count as the start, days after the exam as the exam.
 */
export function passChance(way: Way, day: number, ground: PassGround): PassChance {
  const { model, levelId } = ground;
  const share = shareOfWay(way, day);
  const { own, norms, peers } = besidePeers(way, day, ground);
  const features = featuresOf(own, norms);
  const { usual, total, parts } = passLogit(model, { share, level: levelId }, features);
  const sd = Math.sqrt(varianceOf(ground, share, features, peers));
  const [probability, usually] = [logistic(total), logistic(usual)];
  return {
    ...{ probability, low: logistic(total - Z80 * sd), high: logistic(total + Z80 * sd), usual: usually },
    parts: inPoints(parts, total - usual, probability - usually),
    ...{ peers, outcomes: ground.outcomes, model: model.version, features, share },
  };
}

/** The learner on a day, beside what is usual: their peers' as far as there are enough, else what is usual elsewhere. */
export function besidePeers(way: Way, day: number, { model, peersAt }: PassGround): { own: Observation; norms: PeerNorms; peers: number } {
  const share = shareOfWay(way, day);
  const peers = peersAt(Math.round(share * 10));
  const count = peers?.learners ?? 0;
  const own = observe(preparationOn(way, day), day - way.startDay, peers?.workMeans ?? new Map());
  return { own, norms: blended(own, usualNorms(model, share), peers?.norms, count / (count + PEERS_HELD_BY)), peers: count };
}

/** Effort has no unit of its own, and coverage another one elsewhere: without peers these say nothing, so that the learner is the usual one. */
function blended(own: Observation, usual: PeerNorms, peers: PeerNorms | undefined, weight: number): PeerNorms {
  const elsewhere: PeerNorms = { ...usual, effortLog: own.effortLog, coverage: own.coverage };
  if (!peers) return elsewhere;
  const mix = (key: keyof PeerNorms) => elsewhere[key] * (1 - weight) + peers[key] * weight;
  return {
    ...{ studyDaysLog: mix('studyDaysLog'), effortLog: mix('effortLog'), points: mix('points'), lateShare: mix('lateShare') },
    ...{ monthsSinceWork: mix('monthsSinceWork'), coverage: mix('coverage') },
  };
}

function usualNorms({ usual }: PassModel, share: number): PeerNorms {
  const { low, high, weight } = between(usual, share);
  const mix = (key: keyof PeerNorms) => low.norms[key] * (1 - weight) + high.norms[key] * weight;
  return {
    ...{ studyDaysLog: mix('studyDaysLog'), effortLog: mix('effortLog'), points: mix('points'), lateShare: mix('lateShare') },
    ...{ monthsSinceWork: mix('monthsSinceWork'), coverage: mix('coverage') },
  };
}

function varianceOf({ model, outcomes }: PassGround, share: number, features: readonly number[], peers: number): number {
  const { low, high, weight } = between(model.knots, share);
  const sd = (i: number) => low.sds[i]! * (1 - weight) + high.sds[i]! * weight;
  const level = (model.levelSd ** 2 * OUTCOMES_HELD_BY) / (OUTCOMES_HELD_BY + outcomes);
  const coefficients = features.reduce((sum, value, i) => sum + (value * sd(i + 1)) ** 2, sd(0) ** 2);
  const elsewhere = between(model.usual, share);
  const without = elsewhere.low.withoutPeersSd * (1 - elsewhere.weight) + elsewhere.high.withoutPeersSd * elsewhere.weight;
  return level + coefficients + ((without * PEERS_HELD_BY) / (PEERS_HELD_BY + peers)) ** 2;
}

/** Logits as percentage points: each part gets of the whole difference what it has of the logit's. */
function inPoints(logits: Record<FeatureName, number>, whole: number, difference: number): Record<ChancePart, number> {
  const sums: Record<ChancePart, number> = { study: 0, work: 0, scores: 0, lateness: 0, coverage: 0, attempts: 0 };
  for (const { name } of FEATURES) sums[PART_OF[name]] += logits[name];
  const scale = Math.abs(whole) < 1e-9 ? 0 : (difference / whole) * 1_000;
  const kinds = Object.keys(sums) as ChancePart[];
  const points = sharedOut(
    Math.round(difference * 1_000),
    kinds.map((kind) => sums[kind] * scale),
  );
  return Object.fromEntries(kinds.map((kind, i) => [kind, points[i]! / 10])) as Record<ChancePart, number>;
}
