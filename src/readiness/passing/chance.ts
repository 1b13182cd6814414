/** How likely the exam is passed on its date, seen from a day before it, with its range and what made it. */
import { logistic } from '../fitting/ridge.js';
import type { CHANCE_PARTS } from '../readiness.contract.js';
import { Z80 } from '../score/level-score.js';
import { sharedOut } from '../score/shared-out.js';
import { FEATURES, unboundedFeaturesOf, withinBounds, type FeatureName, type PeerNorms } from './features.js';
import { observe, type Observation, type WorkMeans } from './observation.js';
import { between, passLogit, type PassModel } from './pass-model.js';
import { preparationOn, shareOfWay, usualStudyDays, type Way } from './way.js';

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
 * peers are few; who is beyond what the model has seen is counted as at its bounds, with a range as wide as the way beyond. Days before the start count as the start, days after the exam as the exam.
 *
 * @param said what was said of it before: it is explained as it stands on every page, even where peers have changed since
 */
export function passChance(way: Way, day: number, ground: PassGround, said?: Pick<PassChance, 'probability' | 'low' | 'high'>): PassChance {
  const chance = chanceOn(way, day, ground);
  const { logit, features, share, peers } = chance;
  const { probability, low, high } = said ?? chance;
  const usually = logistic(logit.usual);
  return {
    // What has changed since is a matter of what is usual, not of the learner.
    ...{ probability, low, high, usual: Math.min(1, Math.max(0, usually + probability - chance.probability)) },
    parts: inPoints(logit.parts, logit.total - logit.usual, chance.probability - usually),
    ...{ peers, outcomes: ground.outcomes, model: ground.model.version, features, share },
  };
}

/** The chance with its range, without what made it: all that a day needs which only passes. */
export function chanceOn(way: Way, day: number, ground: PassGround) {
  const { model, levelId } = ground;
  const share = shareOfWay(way, day);
  const { own, norms, peers } = besidePeers(way, day, ground);
  const unbounded = unboundedFeaturesOf(own, norms);
  const features = withinBounds(unbounded);
  const logit = passLogit(model, { share, level: levelId }, features);
  const sd = Math.sqrt(varianceOf(ground, share, unbounded, peers));
  const { total } = logit;
  return { probability: logistic(total), low: logistic(total - Z80 * sd), high: logistic(total + Z80 * sd), logit, features, share, peers };
}

/** The learner on a day, beside what is usual: among their peers as far as there are enough, else what the level takes and what is usual elsewhere. */
export function besidePeers(way: Way, day: number, { model, peersAt }: PassGround): { own: Observation; norms: PeerNorms; peers: number } {
  const share = shareOfWay(way, day);
  const peers = peersAt(Math.round(share * 10));
  const count = peers?.learners ?? 0;
  const own = observe(preparationOn(way, day), day - way.startDay, peers?.workMeans ?? new Map());
  return { own, norms: blended(own, usualHere(model, share, way, day), peers?.norms, count / (count + PEERS_HELD_BY)), peers: count };
}

/** Effort has no unit of its own, and coverage another one elsewhere: without peers these say nothing, so that the learner is the usual one. */
function blended(own: Observation, usual: PeerNorms, peers: PeerNorms | undefined, weight: number): PeerNorms {
  usual.effortLog = own.effortLog;
  usual.coverage = own.coverage;
  return peers ? mixed(usual, peers, weight) : usual;
}

/** What is usual elsewhere, but for study days: a level here says how much study it takes, on ways from a week to a year. A value of its own, which may be changed. */
function usualHere({ usual }: PassModel, share: number, way: Way, day: number): PeerNorms {
  const { low, high, weight } = between(usual, share);
  const norms = mixed(low.norms, high.norms, weight);
  norms.studyDaysLog = Math.log1p(usualStudyDays(way, day, Math.expm1(norms.studyDaysLog)));
  return norms;
}

const mixed = (one: PeerNorms, other: PeerNorms, weight: number): PeerNorms => ({
  studyDaysLog: one.studyDaysLog * (1 - weight) + other.studyDaysLog * weight,
  effortLog: one.effortLog * (1 - weight) + other.effortLog * weight,
  points: one.points * (1 - weight) + other.points * weight,
  lateShare: one.lateShare * (1 - weight) + other.lateShare * weight,
  monthsSinceWork: one.monthsSinceWork * (1 - weight) + other.monthsSinceWork * weight,
  coverage: one.coverage * (1 - weight) + other.coverage * weight,
});

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
function inPoints(logits: readonly number[], whole: number, difference: number): Record<ChancePart, number> {
  const sums: Record<ChancePart, number> = { study: 0, work: 0, scores: 0, lateness: 0, coverage: 0, attempts: 0 };
  FEATURES.forEach(({ name }, i) => (sums[PART_OF[name]] += logits[i]!));
  const scale = Math.abs(whole) < 1e-9 ? 0 : (difference / whole) * 1_000;
  const kinds = Object.keys(sums) as ChancePart[];
  const points = sharedOut(
    Math.round(difference * 1_000),
    kinds.map((kind) => sums[kind] * scale),
  );
  return Object.fromEntries(kinds.map((kind, i) => [kind, points[i]! / 10])) as Record<ChancePart, number>;
}
