import fc from 'fast-check';
import { assertProperty } from '../../../test/support/property.js';
import { passChance, type PassGround } from './chance.js';
import { FEATURES } from './features.js';
import { FITTED } from './fitted.data.js';
import { passLogit } from './pass-model.js';
import type { Way } from './way.js';

const alone: PassGround = { model: FITTED, levelId: 'l', peersAt: () => undefined, outcomes: 0 };
const peers =
  (learners: number): PassGround['peersAt'] =>
  (tenth) => {
    const usual = FITTED.usual.find(({ share }) => share * 10 >= tenth)!;
    return { learners, norms: { ...usual.norms, effortLog: 6, coverage: 0.4 }, workMeans: new Map() };
  };
const start = 20_000;
const way = (more: Partial<Way> = {}): Way => ({
  ...{ startDay: start, examDay: start + 100, earlierAttempts: 0, effortMinutes: 2_000, totalMinutes: 600, totalDays: 12, coverage: 0.3 },
  minutesByDay: Array.from({ length: 12 }, (_, i) => [start + i * 4, 50] as const),
  work: [{ id: 'practice', dueDay: 60, weightPercent: 100, isReviewed: false, handedIn: null }],
  ...more,
});

describe('the chance of passing', () => {
  it('lies in its range, and its parts sum to what sets it apart from the usual one', () => {
    const chance = passChance(way(), start + 50, alone);
    expect(chance.low).toBeLessThan(chance.probability);
    expect(chance.high).toBeGreaterThan(chance.probability);
    const sum = Object.values(chance.parts).reduce((total, points) => total + points, 0);
    expect(sum).toBeCloseTo((chance.probability - chance.usual) * 100, 0);
  });

  it('is surer with peers, and with outcomes of the level', () => {
    const width = (ground: PassGround) => {
      const { low, high } = passChance(way(), start + 50, ground);
      return Math.log(high / (1 - high)) - Math.log(low / (1 - low));
    };
    expect(width({ ...alone, peersAt: peers(200) })).toBeLessThan(width(alone));
    expect(width({ ...alone, outcomes: 100 })).toBeLessThan(width(alone));
  });

  it('is no lower for who studied more, at every share of the way', () => {
    const Days = fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { maxLength: 60 });
    assertProperty(
      fc.property(Days, fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 100 }), fc.boolean(), (days, more, on, hasPeers) => {
        const ground = { ...alone, peersAt: hasPeers ? peers(50) : alone.peersAt };
        const withDays = (all: readonly number[]) =>
          way({ minutesByDay: all.map((day) => [start + day, 40] as const), totalMinutes: all.length * 40, totalDays: all.length, coverage: all.length / 100 });
        const [before, after] = [withDays(days), withDays([...new Set([...days, more])])].map((each) => passChance(each, start + on, ground).probability);
        expect(after).toBeGreaterThanOrEqual(before! - 1e-12);
      }),
    );
  });

  it('holds study to what the level takes, where nobody is there to compare with', () => {
    const chanceOf = (effortMinutes: number, peersAt: PassGround['peersAt']) =>
      passChance(way({ effortMinutes }), start + 50, { ...alone, peersAt }).probability;
    expect(chanceOf(4_000, alone.peersAt)).toBeLessThan(chanceOf(1_000, alone.peersAt) - 0.1);
    const many = peers(2_000);
    expect(Math.abs(chanceOf(4_000, many) - chanceOf(1_000, many))).toBeLessThan(0.01);
  });

  it('keeps the sign of every coefficient of the shipped model', () => {
    for (const { coefficients } of FITTED.knots) coefficients.forEach((value, i) => expect(value * FEATURES[i]!.sign).toBeGreaterThanOrEqual(0));
  });

  it('goes over evenly from one share of the way to the next', () => {
    const features = FEATURES.map((_, i) => (i % 3) - 1);
    const at = (share: number) => passLogit(FITTED, { share }, features).total;
    expect(at(0.5)).toBeCloseTo((at(0.4) + at(0.6)) / 2, 9);
    expect([at(0), at(1.2)]).toEqual([at(0.1), at(1)]);
  });
});
