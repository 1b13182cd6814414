import { FEATURES } from '../passing/features.js';
import { FITTED } from '../passing/fitted.data.js';
import { passProbability } from '../passing/pass-model.js';
import { heldOutLoss, refitted, type Outcome } from './refit.js';
import { logistic } from './ridge.js';
import { seededRandom } from '../../platform/seeded-random.js';

const nothing = FEATURES.map(() => 0);
/** Exams of a level whose learners pass by the model, but for a shift (logit). */
function exams(count: number, shift: number, levelId = 'level'): Outcome[] {
  const random = seededRandom(count);
  const knot = FITTED.knots.at(-1)!;
  return Array.from({ length: count }, (_, i) => {
    const points = random() - 0.6;
    const features = FEATURES.map(({ name }) => (name === 'points' ? points : 0));
    const logit = knot.intercept + knot.coefficients[FEATURES.findIndex(({ name }) => name === 'points')]! * points + shift;
    return { id: `${levelId} ${i}`, levelId, percent: 100, features, hasPassed: random() < logistic(logit) };
  });
}
const chance = (outcomes: readonly Outcome[], level: string, share = 1) =>
  passProbability({ ...FITTED, knots: refitted(FITTED, outcomes) }, { share, level }, nothing);

describe('a model moved towards what became of exams', () => {
  const before = passProbability(FITTED, { share: 1 }, nothing);

  it('stays as it is without outcomes', () => {
    expect(refitted(FITTED, [])).toEqual(FITTED.knots);
  });

  it('hardly moves with few outcomes, and comes to the truth with many', () => {
    const truth = logistic(FITTED.knots.at(-1)!.intercept - 1.5);
    const moved = [10, 100, 2_000].map((count) => Math.abs(chance(exams(count, -1.5), 'level') - truth));
    expect(moved[0]).toBeGreaterThan(moved[2]!);
    expect(moved[2]).toBeLessThan(0.03);
    expect(Math.abs(chance(exams(10, -1.5), 'level') - before)).toBeLessThan(Math.abs(truth - before));
  });

  it('knows a level by its own outcomes, and others a little by them', () => {
    const outcomes = [...exams(400, -1.5, 'hard'), ...exams(400, 0, 'usual')];
    expect(chance(outcomes, 'hard')).toBeLessThan(chance(outcomes, 'usual') - 0.1);
    expect(chance(outcomes, 'new')).toBeLessThan(before);
  });

  it('keeps the signs, and the knots that nothing is known of', () => {
    const odd = exams(300, 0).map((exam) => ({ ...exam, hasPassed: exam.features.some((value) => value < -0.3) }));
    const knots = refitted(FITTED, odd);
    for (const [i, { sign }] of FEATURES.entries()) expect(knots.at(-1)!.coefficients[i]! * sign).toBeGreaterThanOrEqual(0);
    expect(knots.slice(0, -1)).toEqual(FITTED.knots.slice(0, -1));
  });

  it('is better on exams that were held out where the level is another one, and no better where it is not', () => {
    const loss = (outcomes: Outcome[]) => heldOutLoss(FITTED, FITTED, outcomes, new Set(outcomes.map(({ id }) => id)));
    const other = loss(exams(300, -1.5));
    expect(other.refit).toBeLessThan(other.inUse - 0.05);
    const same = loss(exams(300, 0));
    expect(same.refit).toBeGreaterThan(same.inUse - 0.02);
  });
});
