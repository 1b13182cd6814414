/** Fits the model of passing to what became of learners: one ridge logistic regression at each knot. */
import { Matrix } from 'ml-matrix';
import { FEATURES } from '../passing/features.js';
import type { Knot } from '../passing/pass-model.js';
import { fitRidge, type Row } from './ridge.js';

export interface Example {
  features: readonly number[];
  level: string;
  season: -1 | 0 | 1;
  hasPassed: boolean;
}

/**
 * Standard deviations of the prior, all around zero but those of a level's coefficients, which lie around the common ones; coefficients
 * are those of features divided by their spread. Found by cross-validation (docs/readiness.md).
 */
export const PRIOR_SD = { coefficient: 0.7, level: 0.3, season: 0.2, levelCoefficient: 0.3 };
/** So little is known of the intercept beforehand: next to nothing. */
const INTERCEPT_SD = 1_000;

const SLOPES = FEATURES.flatMap(({ hasSlope }, i) => (hasSlope ? [i] : []));

/** Where each coefficient stands among the columns: intercept, season, common ones, then for each level its intercept and its slopes. */
function layout(levels: readonly string[]) {
  const common = 2;
  const first = common + FEATURES.length;
  const width = 1 + SLOPES.length;
  return {
    size: first + levels.length * width,
    intercept: 0,
    season: 1,
    common,
    levelAt: (level: number) => first + level * width,
  };
}

/** @param withSigns false to see what the signs cost */
export function fitKnot(share: number, examples: readonly Example[], withSigns = true): Knot {
  const levels = [...new Set(examples.map(({ level }) => level))].sort();
  const place = layout(levels);
  const scales = FEATURES.map((_, i) => spread(examples.map(({ features }) => features[i]!)));
  const levelIndex = new Map(levels.map((level, i) => [level, i]));
  const rows = examples.map((example) => rowOf(example, place, place.levelAt(levelIndex.get(example.level)!), scales));
  const { coefficients, covariance } = fitRidge({ rows, precision: precisionOf(levels.length, place), signs: signsOf(levels.length, place, withSigns) });
  const perUnit = (at: (i: number) => number) => FEATURES.map((_, i) => coefficients[at(i)]! / scales[i]!);
  const slopeAt = (level: number) => (i: number) => (SLOPES.includes(i) ? place.levelAt(level) + 1 + SLOPES.indexOf(i) : place.common + i);
  const sdOf = (column: number) => Math.sqrt(covariance.get(column, column));
  return {
    share,
    intercept: coefficients[place.intercept]!,
    // The column says half a season either way.
    season: coefficients[place.season]! / 2,
    coefficients: perUnit((i) => place.common + i),
    scales,
    sds: [sdOf(place.intercept), ...FEATURES.map((_, i) => sdOf(place.common + i) / scales[i]!)],
    levels: Object.fromEntries(levels.map((level, i) => [level, { intercept: coefficients[place.levelAt(i)]!, coefficients: perUnit(slopeAt(i)) }])),
  };
}

/** Slopes of a level take the place of the common coefficients, which so touch the data only where a feature has none. */
function rowOf({ features, season, hasPassed }: Example, place: ReturnType<typeof layout>, levelAt: number, scales: readonly number[]): Row {
  const columns = [place.intercept, place.season, levelAt];
  const values = [1, season / 2, 1];
  features.forEach((value, i) => {
    if (value === 0) return;
    const slope = SLOPES.indexOf(i);
    columns.push(slope === -1 ? place.common + i : levelAt + 1 + slope);
    values.push(value / scales[i]!);
  });
  return { columns, values, outcome: hasPassed ? 1 : 0 };
}

function precisionOf(levels: number, place: ReturnType<typeof layout>): Matrix {
  const precision = Matrix.zeros(place.size, place.size);
  const add = (row: number, column: number, value: number) => precision.set(row, column, precision.get(row, column) + value);
  const alone = (column: number, sd: number) => add(column, column, 1 / sd ** 2);
  alone(place.intercept, INTERCEPT_SD);
  alone(place.season, PRIOR_SD.season);
  FEATURES.forEach((_, i) => alone(place.common + i, PRIOR_SD.coefficient));
  for (let level = 0; level < levels; level++) {
    alone(place.levelAt(level), PRIOR_SD.level);
    SLOPES.forEach((feature, i) => {
      const [own, common, weight] = [place.levelAt(level) + 1 + i, place.common + feature, 1 / PRIOR_SD.levelCoefficient ** 2];
      add(own, own, weight);
      add(common, common, weight);
      add(own, common, -weight);
      add(common, own, -weight);
    });
  }
  return precision;
}

function signsOf(levels: number, place: ReturnType<typeof layout>, withSigns: boolean): number[] {
  const signs = new Array<number>(place.size).fill(0);
  if (!withSigns) return signs;
  FEATURES.forEach(({ sign }, i) => (signs[place.common + i] = sign));
  for (let level = 0; level < levels; level++) SLOPES.forEach((feature, i) => (signs[place.levelAt(level) + 1 + i] = FEATURES[feature]!.sign));
  return signs;
}

/** Standard deviation; 1 for what never differs. */
function spread(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return Math.sqrt(variance) || 1;
}
