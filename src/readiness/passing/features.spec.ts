import fc from 'fast-check';
import { assertProperty } from '../../../test/support/property.js';
import { passChance, type PassGround } from './chance.js';
import { FEATURES, withinBounds, type PeerNorms } from './features.js';
import { FITTED } from './fitted.data.js';
import type { Way } from './way.js';

const START = 20_000;
const handedIn = (day: number, scorePercent: number) => ({ day, scorePercent, isCarriedOver: false });
const wayOf = (lengthDays: number, days: readonly (readonly [number, number])[], work: Way['work'] = []): Way => ({
  ...{ startDay: START, examDay: START + lengthDays, earlierAttempts: 0, effortMinutes: 0, minutesByDay: days, totalDays: days.length, coverage: 0.5, work },
  totalMinutes: days.reduce((sum, [, minutes]) => sum + minutes, 0),
});
const groundOf = (norms?: PeerNorms): PassGround => ({
  ...{ model: FITTED, levelId: 'l', outcomes: 0 },
  peersAt: () => norms && { learners: 5_000, norms, workMeans: new Map([['w', 10]]) },
});

describe('the features of passing', () => {
  it('never leave what the model was fitted to, for any learner beside any peers', () => {
    const Length = fc.integer({ min: 1, max: 5_000 });
    const Days = fc.array(fc.tuple(fc.nat(5_000), fc.integer({ min: 1, max: 1_440 })), { maxLength: 40 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const Works = fc.array(fc.record({ due: share, on: fc.option(share), score: fc.nat(100), weightPercent: fc.nat(100), isReviewed: fc.boolean() }), {
      maxLength: 12,
    });
    const logs = fc.double({ min: 0, max: 12, noNaN: true });
    const Norms = fc.record({
      ...{ studyDaysLog: fc.double({ min: 0, max: Math.log(31), noNaN: true }), effortLog: logs, points: share, lateShare: share, coverage: share },
      monthsSinceWork: fc.double({ min: 0, max: 200, noNaN: true }),
    });
    assertProperty(
      fc.property(Length, Days, Works, fc.option(Norms), share, fc.nat(9), (length, days, works, norms, at, earlierAttempts) => {
        const dayOf = (part: number) => Math.floor(part * length);
        const work = works.map(({ due, on, score, weightPercent, isReviewed }) => ({
          ...{ id: 'w', dueDay: dayOf(due), weightPercent, isReviewed },
          handedIn: on === null ? null : handedIn(dayOf(on), score),
        }));
        const minutesByDay = [...new Map(days)].map(([day, minutes]) => [START + (day % length), minutes] as const);
        const way = { ...wayOf(length, minutesByDay, work), earlierAttempts };
        const { features } = passChance(way, START + dayOf(at), groundOf(norms ?? undefined));
        FEATURES.forEach(({ name, within: [least, most] }, i) => {
          if (!(features[i]! >= least && features[i]! <= most)) throw new Error(`${name} is ${features[i]}`);
        });
      }),
    );
  });

  it('take who was idle for years for who was idle the longest among those learnt from', () => {
    const work = [{ id: 'w', dueDay: 5, weightPercent: 40, isReviewed: true, handedIn: handedIn(5, 70) }];
    const chanceAfter = (days: number) => passChance(wayOf(days, [[START + 5, 60]], work), START + days, groundOf());
    expect(chanceAfter(3_650).probability).toBeCloseTo(chanceAfter(730).probability, 9);
    expect(chanceAfter(3_650).probability).toBeGreaterThan(0.01);
    // How it went with those that far beyond nobody knows.
    expect(chanceAfter(3_650).high).toBeGreaterThan(chanceAfter(730).high);
  });

  it('do not let much study alone make up for all work that is missing', () => {
    const work = [60, 80, 95].map((dueDay) => ({ id: 'w', dueDay, weightPercent: 33, isReviewed: false, handedIn: null }));
    const everySecondDay = Array.from({ length: 43 }, (_, i) => [START + 2 * i, 60] as const);
    const { probability, low, high } = passChance(wayOf(100, everySecondDay, work), START + 85, groundOf());
    expect(probability).toBeLessThan(0.7);
    expect(high - low).toBeGreaterThan(0.7);
  });

  it('are brought within their bounds where they were kept before there were any', () => {
    const beyond = FEATURES.map(() => 1_000);
    expect(withinBounds(beyond)).toEqual(FEATURES.map(({ within }) => within[1]));
    expect(withinBounds(beyond.map((value) => -value))).toEqual(FEATURES.map(({ within }) => within[0]));
  });
});
