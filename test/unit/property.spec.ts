import fc from 'fast-check';
import { assertProperty, parametersOf } from '../support/property.js';

describe('a property', () => {
  it('is checked with the same seed at least 100 times, after the counterexamples that are known', () => {
    const seen = () => {
      const values: number[] = [];
      assertProperty(
        fc.property(fc.integer(), (value) => void values.push(value)),
        { examples: [[7]] },
      );
      return values;
    };
    const [once, again] = [seen(), seen()];
    expect(once.length).toBeGreaterThan(100);
    expect(once[0]).toBe(7);
    expect(again).toEqual(once);
  });

  it('is checked with the seed of a fuzz run, and so many times the runs', () => {
    expect(parametersOf({ runs: 15 }, { FUZZ_SEED: '42', FUZZ_TIMES: '50' })).toEqual({ seed: 42, numRuns: 750, examples: [] });
    expect(parametersOf({ runs: 15 }, {})).toMatchObject({ numRuns: 15 });
  });

  it('that fails says with which seed, and the smallest counterexample', () => {
    const fails = () => assertProperty(fc.property(fc.nat(), (value) => value < 10));
    expect(fails).toThrow(/seed: \d+[^]*Counterexample: \[10\]/);
  });
});
