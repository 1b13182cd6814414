import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { default_w, forgetting_curve } from 'ts-fsrs';
import { assertProperty } from '../../test/support/property.js';
import { nextReviewOn, RECALLS, recallOn, remember, type SkillMemory } from './skill-memory.js';

const FIRST = Temporal.PlainDate.from('2026-03-02');
const after = (days: number) => FIRST.add({ days });

describe('the memory of a skill', () => {
  it('begins as the model of FSRS 6 has it: after one good study recall is 90% some 2.3 days later', () => {
    const { stability, difficulty } = remember(null, FIRST);
    expect(stability).toBeCloseTo(default_w[2]!, 4);
    expect(difficulty).toBeGreaterThan(1);
    expect(nextReviewOn({ stability, difficulty, lastOn: FIRST }).toString()).toBe('2026-03-04');
  });

  it('fades by the formula that the package documents: (1 + factor t / S)^decay, with 90% at t = S', () => {
    const memory: SkillMemory = { stability: 10, difficulty: 5, lastOn: FIRST };
    const decay = -default_w[20]!;
    const factor = 0.9 ** (1 / decay) - 1;
    for (const days of [0, 1, 10, 100]) {
      expect(recallOn(memory, after(days))).toBeCloseTo((1 + (factor * days) / 10) ** decay, 6);
      expect(recallOn(memory, after(days))).toBeCloseTo(forgetting_curve(default_w, days, 10), 6);
    }
    expect(recallOn(memory, after(10))).toBeCloseTo(0.9, 6);
  });

  it('is longer after a review that went easily than after one that went hard, and shortest after one that failed', () => {
    const memory = remember(null, FIRST);
    const days = RECALLS.map((recall) => remember(memory, after(4), recall).stability);
    expect(days).toEqual([...days].sort((a, b) => a - b));
    expect(new Set(days).size).toBe(4);
  });

  const Reviews = fc.array(fc.record({ days: fc.integer({ min: 0, max: 60 }), recall: fc.constantFrom(...RECALLS) }), { minLength: 1, maxLength: 40 });

  it('stays a memory whatever happens: recall is a probability that never grows while nothing is studied', () => {
    assertProperty(
      fc.property(Reviews, fc.integer({ min: 0, max: 1_000 }), (reviews, later) => {
        let [memory, on]: [SkillMemory | null, Temporal.PlainDate] = [null, FIRST];
        for (const { days, recall } of reviews) memory = remember(memory, (on = on.add({ days })), recall);
        const [soon, late] = [recallOn(memory!, on.add({ days: later })), recallOn(memory!, on.add({ days: later + 1 }))];
        expect(soon).toBeLessThanOrEqual(1);
        expect(late).toBeGreaterThan(0);
        expect(late).toBeLessThanOrEqual(soon);
        expect(memory!.difficulty).toBeGreaterThanOrEqual(1);
        expect(memory!.difficulty).toBeLessThanOrEqual(10);
        expect(nextReviewOn(memory!).since(memory!.lastOn, { largestUnit: 'days' }).days).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});
