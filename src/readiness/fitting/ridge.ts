/** Ridge logistic regression with signs: the most likely coefficients under a Gaussian prior, none of them beyond zero on its wrong side. */

import { CholeskyDecomposition, Matrix } from 'ml-matrix';

/** A row of the design, sparse: the value of each column it has. */
export interface Row {
  columns: readonly number[];
  values: readonly number[];
  /** 1 or 0. */
  outcome: number;
}

export interface RidgeProblem {
  rows: readonly Row[];
  /** Precision of the prior, symmetric and positive definite. */
  precision: Matrix;
  /** Mean of the prior; zero without. */
  mean?: readonly number[];
  /** 1: at least zero, -1: at most zero, 0: any. */
  signs: readonly number[];
}

const MOST_STEPS = 100;
const SMALL_ENOUGH = 1e-7;
const LEAST_STEP = 1e-6;

/**
 * Minimises `-log likelihood + (b - m)' P (b - m) / 2` subject to the signs, by projected Newton steps: columns that lie at zero and want to
 * go beyond are held, the others take a Newton step that is halved until it gets better (Bertsekas, "Projected Newton methods", 1982).
 *
 * The answer with its covariance, the inverse of the Hessian there, where held columns have none.
 */
export function fitRidge(problem: RidgeProblem): { coefficients: number[]; covariance: Matrix } {
  const { precision, signs } = problem;
  let b = new Float64Array(precision.rows);
  let cost = costOf(problem, b);
  for (let step = 0; step < MOST_STEPS; step++) {
    const { gradient, hessian } = slopeOf(problem, b);
    const free = freeColumns(b, gradient, signs);
    const direction = solve(hessian, gradient, free);
    let next = b;
    let better = cost;
    for (let length = 1; length > LEAST_STEP; length /= 2) {
      next = projected(b, direction, length, signs);
      better = costOf(problem, next);
      if (better <= cost) break;
    }
    const moved = next.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);
    if (better <= cost) [b, cost] = [next, better];
    if (moved < SMALL_ENOUGH || better > cost) break;
  }
  const { gradient, hessian } = slopeOf(problem, b);
  return { coefficients: [...b], covariance: inverse(hessian, freeColumns(b, gradient, signs)) };
}

export const logistic = (logit: number): number => 1 / (1 + Math.exp(-logit));
export const logit = (probability: number): number => Math.log(probability / (1 - probability));

const dot = ({ columns, values }: Row, b: ArrayLike<number>) => columns.reduce((sum, column, i) => sum + values[i]! * b[column]!, 0);

function priorPull({ precision, mean }: RidgeProblem, b: ArrayLike<number>): Float64Array {
  const away = Matrix.columnVector(Array.from(b, (value, i) => value - (mean?.[i] ?? 0)));
  return Float64Array.from(precision.mmul(away).to1DArray());
}

function costOf(problem: RidgeProblem, b: ArrayLike<number>): number {
  const pull = priorPull(problem, b);
  let cost = pull.reduce((sum, value, i) => sum + value * (b[i]! - (problem.mean?.[i] ?? 0)), 0) / 2;
  for (const row of problem.rows) {
    const eta = dot(row, b);
    cost += (eta > 0 ? eta + Math.log1p(Math.exp(-eta)) : Math.log1p(Math.exp(eta))) - row.outcome * eta;
  }
  return cost;
}

/** The way downhill (minus the gradient) and the curvature. */
function slopeOf(problem: RidgeProblem, b: ArrayLike<number>): { gradient: Float64Array; hessian: Matrix } {
  const gradient = priorPull(problem, b).map((value) => -value);
  const hessian = problem.precision.to2DArray();
  for (const row of problem.rows) {
    const probability = logistic(dot(row, b));
    const [rest, weight] = [row.outcome - probability, probability * (1 - probability)];
    const { columns, values } = row;
    for (let i = 0; i < columns.length; i++) {
      const [line, value] = [hessian[columns[i]!]!, values[i]!];
      gradient[columns[i]!]! += rest * value;
      for (let j = 0; j < columns.length; j++) line[columns[j]!]! += weight * (value * values[j]!);
    }
  }
  return { gradient, hessian: new Matrix(hessian) };
}

function freeColumns(b: ArrayLike<number>, gradient: Float64Array, signs: readonly number[]): number[] {
  return signs.flatMap((sign, i) => (sign !== 0 && b[i] === 0 && gradient[i]! * sign <= 0 ? [] : [i]));
}

const projected = (b: Float64Array, direction: Float64Array, length: number, signs: readonly number[]) =>
  b.map((value, i) => {
    const next = value + length * direction[i]!;
    return next * signs[i]! < 0 ? 0 : next;
  });

/** Of the columns that are asked for; the others stay zero. */
function solve(matrix: Matrix, right: Float64Array, columns: readonly number[]): Float64Array {
  const found = new CholeskyDecomposition(matrix.selection([...columns], [...columns])).solve(Matrix.columnVector(columns.map((column) => right[column]!)));
  const x = new Float64Array(right.length);
  columns.forEach((column, i) => (x[column] = found.get(i, 0)));
  return x;
}

function inverse(matrix: Matrix, columns: readonly number[]): Matrix {
  const found = new CholeskyDecomposition(matrix.selection([...columns], [...columns])).solve(Matrix.eye(columns.length));
  const whole = Matrix.zeros(matrix.rows, matrix.columns);
  columns.forEach((row, i) => columns.forEach((column, j) => whole.set(row, column, found.get(i, j))));
  return whole;
}
