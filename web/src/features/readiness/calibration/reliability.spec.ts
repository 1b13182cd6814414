import { describe, expect, it } from '@jest/globals';
import { expectedRange, isAsExpected, radiusOf, tooFewWords, verdictOf, type Bin } from './reliability';

const bin = (predicted: number, observed: number, exams: number): Bin => ({ from: 0, to: 0.1, predicted, observed, exams });

describe('a reliability diagram', () => {
  it('has dots whose area is their number of exams', () => {
    expect(radiusOf(100, 100)).toBe(8);
    expect(radiusOf(25, 100)).toBe(4);
    expect(radiusOf(1, 1_000)).toBe(3);
  });

  it('is not drawn of a few exams: then it says how many there are, and how many it takes', () => {
    expect(tooFewWords({ exams: 1, passed: 1 })).toMatch(/^1 exam came out; 1 passed\. From 10 on they are drawn here .*; from about 50 on/);
    expect(tooFewWords({ exams: 9, passed: 4 })).toMatch(/^9 exams came out; 4 passed\./);
    expect(tooFewWords({ exams: 10, passed: 4 })).toBeNull();
  });

  it('says where luck alone would put them: ten exams at an even chance come out between 30 and 70%', () => {
    const { low, high } = expectedRange({ predicted: 0.5, exams: 10 });
    expect([low, high].map((share) => Math.round(100 * share))).toEqual([30, 70]);
    expect(isAsExpected(bin(0.5, 0.65, 10))).toBe(true);
    expect(isAsExpected(bin(0.5, 0.65, 1_000))).toBe(false);
    expect(expectedRange({ predicted: 0.98, exams: 5 }).high).toBe(1);
  });

  it('says in a sentence how they came out, and how much that is worth', () => {
    expect(verdictOf({ exams: 40, passed: 20, brier: 0.2, logLoss: 0.6, ece: 0.1, bins: [bin(0.5, 0.4, 20), bin(0.7, 0.6, 20)] })).toBe(
      '2 of 2 groups lie where luck alone would put them. On the whole they were 10% too high. So few exams say little yet: from about 50 on they begin to.',
    );
    expect(verdictOf({ exams: 200, passed: 100, brier: 0.2, logLoss: 0.6, ece: 0, bins: [bin(0.5, 0.5, 200)] })).toBe(
      '1 of 1 groups lie where luck alone would put them. On the whole they were right.',
    );
  });
});
