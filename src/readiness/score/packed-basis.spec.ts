import fc from 'fast-check';
import { histories, ON, twoSkills } from '../../../test/support/histories.js';
import { assertProperty } from '../../../test/support/property.js';
import type { Way } from '../passing/way.js';
import { workOf } from '../passing/way.js';
import { basisOf, dayNumber, shapeOf } from './basis.js';
import { packed, settled, unpacked } from './packed-basis.js';
import { readinessAt } from './readiness-model.js';

const today = dayNumber(ON);
const wayOf = (history: Parameters<typeof basisOf>[0]): Way => ({
  ...{ startDay: today - 50, examDay: today + 40, earlierAttempts: 1, effortMinutes: 0, totalMinutes: 300, totalDays: 4, coverage: 0.25 },
  minutesByDay: [
    [today - 3, 45],
    [today - 9, 30],
  ],
  work: workOf(history.projects, history.practice, 90, (date) => dayNumber(date) - today + 50),
});

describe('a basis as bytes', () => {
  it('comes back as it was', () => {
    assertProperty(
      fc.property(histories, (history) => {
        const level = shapeOf(history);
        const known = settled({ basis: basisOf(history, ON), way: wayOf(history) }, level);
        expect(unpacked(packed(known, level), level)).toEqual(known);
      }),
    );
  });

  it('says what the history says, to a hair', () => {
    assertProperty(
      fc.property(histories, fc.nat(30), (history, days) => {
        const level = shapeOf(history);
        const { basis } = settled({ basis: basisOf(history, ON), way: wayOf(history) }, level);
        const [kept, exact] = [readinessAt(level, basis, today + days), readinessAt(level, basisOf(history, ON), today + days)];
        expect(Math.abs((kept.score ?? 0) - (exact.score ?? 0))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is small: eight skills take about a kilobyte', () => {
    const eight = { ...twoSkills, skills: Array.from({ length: 8 }, (_, i) => ({ ...twoSkills.skills[0]!, id: `s${i}` })) };
    expect(packed({ basis: basisOf(eight, ON), way: wayOf(eight) }, shapeOf(eight)).length).toBeLessThan(1_024);
  });

  it('is of no other level', () => {
    const bytes = packed({ basis: basisOf(twoSkills, ON), way: wayOf(twoSkills) }, shapeOf(twoSkills));
    expect(() => unpacked(bytes, { ...shapeOf(twoSkills), skills: shapeOf(twoSkills).skills.slice(1) })).toThrow('another level');
  });
});
