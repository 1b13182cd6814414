import fc from 'fast-check';
import { assertProperty } from '../../test/support/property.js';
import { attentionOf, type LearnerSigns } from './attention.js';

const fine: LearnerSigns = { silentDays: 1, enrolledDays: 20, behindMinutes: 0, daysToExam: 40, score: 60 };
const reasons = (signs: Partial<LearnerSigns>) => attentionOf({ ...fine, ...signs }).reasons;

describe('a learner', () => {
  it('who studies as planned needs nobody', () => {
    expect(attentionOf(fine)).toEqual({ needsAttention: false, weight: 0, reasons: [] });
  });

  it('is told of with the reason and its number, the most urgent first', () => {
    expect(reasons({ silentDays: 6 })).toEqual([{ kind: 'silent', days: 6 }]);
    expect(reasons({ silentDays: null, enrolledDays: 4 })).toEqual([{ kind: 'never-started', days: 4 }]);
    expect(reasons({ behindMinutes: 330, silentDays: 6 })).toEqual([
      { kind: 'silent', days: 6 },
      { kind: 'behind', minutes: 330 },
    ]);
    expect(reasons({ daysToExam: 9, score: 48, silentDays: 6 })[0]).toEqual({ kind: 'exam-near', days: 9, score: 48 });
  });

  it('who is ready is left alone however near the exam is, and so is one whose exam is past', () => {
    expect(reasons({ daysToExam: 2, score: 81 })).toEqual([]);
    expect(reasons({ daysToExam: -3, silentDays: 20, behindMinutes: 900 })).toEqual([]);
  });

  it('weighs more, never less, the worse a sign gets', () => {
    const signs = fc.record({
      silentDays: fc.nat(60),
      enrolledDays: fc.nat(90),
      behindMinutes: fc.nat(2_000),
      daysToExam: fc.nat(90),
      score: fc.nat(100),
    });
    assertProperty(
      fc.property(signs, (given) => {
        const { weight } = attentionOf(given);
        expect(attentionOf({ ...given, silentDays: given.silentDays + 1 }).weight).toBeGreaterThanOrEqual(weight);
        expect(attentionOf({ ...given, behindMinutes: given.behindMinutes + 60 }).weight).toBeGreaterThanOrEqual(weight);
        expect(attentionOf({ ...given, score: Math.max(0, given.score - 5) }).weight).toBeGreaterThanOrEqual(weight);
      }),
    );
  });
});
