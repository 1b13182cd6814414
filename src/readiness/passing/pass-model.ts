/** The probability of passing on the exam date, from what bears on it. */
import { logistic } from '../fitting/ridge.js';
import { FEATURES, type PeerNorms } from './features.js';

/** Coefficients at a share of the way to the exam; between two shares they go over evenly. */
export interface Knot {
  /** 0 to 1. */
  share: number;
  intercept: number;
  /** Added for a course that begins in autumn, taken off for one that begins in spring; in Daymark there are no seasons. */
  season: number;
  /** Logit for a unit of each feature, in the order of FEATURES. */
  coefficients: readonly number[];
  /** How much each feature differs between learners: a standard deviation. */
  scales: readonly number[];
  /** Standard deviations of intercept and coefficients, the intercept first. */
  sds: readonly number[];
  /** What is known of single levels: added to the intercept, and in place of the coefficients. */
  levels: Readonly<Record<string, { intercept: number; coefficients: readonly number[] }>>;
}

/** What is usual at a share of the way, for levels with too few learners to say. */
export interface Usual {
  share: number;
  norms: PeerNorms;
  /** How far (logit) a chance lies from what peers would have made of it: a standard deviation. */
  withoutPeersSd: number;
}

export interface PassModel {
  /** Changes with every fit. */
  version: string;
  knots: readonly Knot[];
  /** How far (logit) the intercept of a level that nobody fitted may lie from the usual one: a standard deviation. */
  levelSd: number;
  usual: readonly Usual[];
}

/** Where somebody stands: how far on the way, in which level, and in which season the level's course began (1, -1 or none, 0). */
export interface Standing {
  share: number;
  level?: string;
  season?: -1 | 0 | 1;
}

/** What made the probability, in logits that sum to its own. */
export interface PassLogit {
  /** Of someone who is like the usual peer in everything. */
  usual: number;
  /** In the order of FEATURES. */
  parts: readonly number[];
  total: number;
}

export function passLogit(model: PassModel, standing: Standing, features: readonly number[]): PassLogit {
  const { low, high, weight } = between(model.knots, standing.share);
  const [from, to] = [at(low, standing), at(high, standing)];
  const usual = from.intercept * (1 - weight) + to.intercept * weight;
  const parts: number[] = [];
  let total = usual;
  for (let i = 0; i < FEATURES.length; i++) {
    const part = (from.coefficients[i]! * (1 - weight) + to.coefficients[i]! * weight) * features[i]!;
    parts.push(part);
    total += part;
  }
  return { usual, parts, total };
}

export const passProbability = (model: PassModel, standing: Standing, features: readonly number[]): number =>
  logistic(passLogit(model, standing, features).total);

/** The knots around a share, and how near to the later one it lies, 0 to 1. Before the first knot and after the last one nothing changes. */
export function between<Known extends { share: number }>(knots: readonly Known[], share: number): { low: Known; high: Known; weight: number } {
  const after = knots.findIndex((knot) => knot.share >= share);
  const high = after === -1 ? knots.at(-1)! : knots[after]!;
  const low = after === -1 ? high : (knots[after - 1] ?? high);
  return { low, high, weight: high === low ? 0 : (share - low.share) / (high.share - low.share) };
}

function at(knot: Knot, { level, season = 0 }: Standing): { intercept: number; coefficients: readonly number[] } {
  const known = level === undefined ? undefined : knot.levels[level];
  return { intercept: knot.intercept + season * knot.season + (known?.intercept ?? 0), coefficients: known?.coefficients ?? knot.coefficients };
}
