import fc from 'fast-check';
import { Matrix } from 'ml-matrix';
import { assertProperty } from '../../../test/support/property.js';
import { fitRidge, logistic, logit, type RidgeProblem, type Row } from './ridge.js';

const row = (outcome: number, ...values: number[]): Row => ({ columns: values.map((_, i) => i), values, outcome });
const times = (count: number, of: Row) => Array.from({ length: count }, () => of);
const nearlyFree = (size: number) => Matrix.eye(size).mul(1e-9);

describe('a ridge logistic regression', () => {
  it('finds the share of an outcome where nothing else is known', () => {
    const { coefficients, covariance } = fitRidge({ rows: [...times(3, row(1, 1)), row(0, 1)], precision: nearlyFree(1), signs: [0] });
    expect(logistic(coefficients[0]!)).toBeCloseTo(0.75, 6);
    expect(covariance.get(0, 0)).toBeCloseTo(1 / (4 * 0.75 * 0.25), 6);
  });

  it('finds the odds of two groups', () => {
    const rows = [...times(8, row(1, 1, 1)), ...times(2, row(0, 1, 1)), ...times(5, row(1, 1, 0)), ...times(5, row(0, 1, 0))];
    const { coefficients } = fitRidge({ rows, precision: nearlyFree(2), signs: [0, 0] });
    expect(coefficients[0]).toBeCloseTo(0, 5);
    expect(coefficients[1]).toBeCloseTo(Math.log(4), 5);
  });

  it('stays at its prior without rows', () => {
    expect(fitRidge({ rows: [], precision: Matrix.eye(2), mean: [0.4, -1], signs: [1, -1] }).coefficients).toEqual([0.4, -1]);
  });

  it('holds at zero what would have the wrong sign', () => {
    const rows = [...times(2, row(1, 1, 1)), ...times(8, row(0, 1, 1)), ...times(5, row(1, 1, 0)), ...times(5, row(0, 1, 0))];
    const { coefficients } = fitRidge({ rows, precision: nearlyFree(2), signs: [0, 1] });
    expect(coefficients[1]).toBe(0);
    expect(logistic(coefficients[0]!)).toBeCloseTo(7 / 20, 5);
  });

  it('is at the least cost that the signs allow, whatever the data', () => {
    const problems = fc.record({
      rows: fc.array(
        fc.record({ outcome: fc.constantFrom(0, 1), values: fc.tuple(fc.constant(1), ...[1, 2, 3].map(() => fc.double({ min: -3, max: 3, noNaN: true }))) }),
        { minLength: 1, maxLength: 40 },
      ),
      signs: fc.tuple(fc.constant(0), ...[1, 2, 3].map(() => fc.constantFrom(-1, 0, 1))),
      mean: fc.tuple(...[1, 2, 3, 4].map(() => fc.constantFrom(0, 0.5))),
    });
    assertProperty(
      fc.property(problems, ({ rows, signs, mean }) => {
        const problem = { rows: rows.map(({ outcome, values }) => row(outcome, ...values)), precision: Matrix.eye(4), signs, mean };
        const { coefficients } = fitRidge(problem);
        coefficients.forEach((value, i) => expect(value * signs[i]!).toBeGreaterThanOrEqual(0));
        for (let i = 0; i < 4; i++) {
          for (const by of [1e-3, -1e-3]) {
            const other = coefficients.map((value, k) => (k === i ? value + by : value));
            if (other[i]! * signs[i]! >= 0) expect(cost(problem, other)).toBeGreaterThanOrEqual(cost(problem, coefficients) - 1e-9);
          }
        }
      }),
    );
  });

  it('knows logit and logistic as each other’s way back', () => {
    expect(logistic(logit(0.3))).toBeCloseTo(0.3, 12);
  });
});

function cost({ rows, precision, mean = [] }: RidgeProblem, b: readonly number[]): number {
  const prior = b.reduce((sum, value, i) => sum + (precision.get(i, i) * (value - (mean[i] ?? 0)) ** 2) / 2, 0);
  return rows.reduce((sum, { values, outcome }) => {
    const p = logistic(values.reduce((eta, value, i) => eta + value * b[i]!, 0));
    return sum - Math.log(outcome === 1 ? p : 1 - p);
  }, prior);
}
