/** Moves the model of passing towards what became of exams: a Bayesian update whose prior is the model that is there. */
import { Matrix } from 'ml-matrix';
import { FEATURES } from '../passing/features.js';
import { passProbability, type Knot, type PassModel } from '../passing/pass-model.js';
import { PRIOR_SD } from './fit-passing.js';
import { qualityOf } from './metrics.js';
import { fitRidge, type Row } from './ridge.js';

/** One exam as it could be seen at a share of the way to it. */
export interface Outcome {
  /** The exam. */
  id: string;
  levelId: string;
  /** Of the way, in percent: a knot of the model. */
  percent: number;
  features: readonly number[];
  hasPassed: boolean;
}

const FOLDS = 5;

/**
 * At each knot: the intercept may move by `levelSd`, coefficients by what is unsure of them and by as much as courses differ from one
 * another, and each level has an intercept of its own, held to the common one by `levelSd`. Signs stay. A knot without outcomes stays.
 *
 * With few outcomes the model hardly moves; as they grow, the data decide.
 */
export function refitted(model: PassModel, outcomes: readonly Outcome[]): Knot[] {
  return model.knots.map((knot) => {
    const seen = outcomes.filter(({ percent }) => percent === Math.round(knot.share * 100));
    return seen.length === 0 ? knot : refittedKnot(knot, seen, model.levelSd);
  });
}

function refittedKnot(knot: Knot, outcomes: readonly Outcome[], levelSd: number): Knot {
  const levels = [...new Set(outcomes.map(({ levelId }) => levelId))].sort();
  const common = 1 + FEATURES.length;
  const columnOf = new Map(levels.map((level, i) => [level, common + i]));
  const rows = outcomes.map(({ levelId, features, hasPassed }): Row => ({
    columns: [0, ...features.map((_, i) => i + 1), columnOf.get(levelId)!],
    values: [1, ...features, 1],
    outcome: hasPassed ? 1 : 0,
  }));
  const priorSds = [
    levelSd,
    ...knot.coefficients.map((_, i) => Math.hypot(knot.sds[i + 1]!, PRIOR_SD.levelCoefficient / knot.scales[i]!)),
    ...levels.map(() => levelSd),
  ];
  const { coefficients, covariance } = fitRidge({
    rows,
    precision: Matrix.diag(priorSds.map((sd) => 1 / sd ** 2)),
    mean: [knot.intercept, ...knot.coefficients, ...levels.map(() => 0)],
    signs: [0, ...FEATURES.map(({ sign }) => sign), ...levels.map(() => 0)],
  });
  const own = coefficients.slice(1, common);
  return {
    ...knot,
    intercept: coefficients[0]!,
    coefficients: own,
    sds: Array.from({ length: common }, (_, i) => Math.sqrt(covariance.get(i, i))),
    levels: Object.fromEntries(levels.map((level, i) => [level, { intercept: coefficients[common + i]!, coefficients: own }])),
  };
}

/**
 * Log loss on exams that were held out, a fifth at a time, of models that were moved towards the others; and of the model as it is, on the
 * same. @param judged ids of the exams to judge by: those that the model as it is was not fitted to
 */
export function heldOutLoss(prior: PassModel, inUse: PassModel, outcomes: readonly Outcome[], judged: ReadonlySet<string>): { refit: number; inUse: number } {
  const ids = [...new Set(outcomes.map(({ id }) => id))].sort();
  const foldOf = new Map(ids.map((id, i) => [id, i % FOLDS]));
  const lossOf = (model: PassModel, some: readonly Outcome[]) =>
    some.map(({ levelId, percent, features, hasPassed }) => ({
      probability: passProbability(model, { share: percent / 100, level: levelId }, features),
      hasPassed,
    }));
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    const held = outcomes.filter(({ id }) => foldOf.get(id) === fold && judged.has(id));
    const model = {
      ...prior,
      knots: refitted(
        prior,
        outcomes.filter(({ id }) => foldOf.get(id) !== fold),
      ),
    };
    return lossOf(model, held);
  });
  const all = outcomes.filter(({ id }) => judged.has(id));
  return { refit: qualityOf(folds.flat()).logLoss, inUse: qualityOf(lossOf(inUse, all)).logLoss };
}
