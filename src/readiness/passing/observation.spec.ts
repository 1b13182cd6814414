import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { assertProperty } from '../../../test/support/property.js';
import type { Preparation, Work } from '../history.js';
import { observe, workMeans } from './observation.js';

const work = (more: Partial<Work>): Work => ({ id: 'one', dueDay: 20, weightPercent: 25, isReviewed: true, handedIn: null, ...more });
const handedIn = (day: number, scorePercent: number | null, isCarriedOver = false) => ({ day, scorePercent, isCarriedOver });
const preparation = (more: Partial<Preparation>): Preparation => ({
  startedOn: Temporal.PlainDate.from('2026-01-01'),
  ...{ lengthDays: 100, readings: [], work: [], earlierAttempts: 0 },
  ...more,
});
const reading = (day: number, studyDays: number) => ({ day, studyDays, effort: studyDays * 10, coverage: studyDays / 100 });
const none = new Map<string, number>();

describe('what is observed of a preparation', () => {
  it('is the study of the last 30 days, by sums that grow evenly between readings', () => {
    const seen = observe(preparation({ readings: [reading(4, 2), reading(34, 12), reading(64, 18)] }), 64, none);
    expect(seen.studyDaysLog).toBeCloseTo(Math.log1p(6), 9);
    expect(seen.effortLog).toBeCloseTo(Math.log1p(60), 9);
    expect(seen.coverage).toBe(0.18);
    // Between days 34 and 60 there were 8 days more; until day 30 there were 10.67.
    const uneven = observe(preparation({ readings: [reading(4, 2), reading(34, 12), reading(60, 20)] }), 60, none);
    expect(uneven.studyDaysLog).toBeCloseTo(Math.log1p(20 - (2 + 10 * (26 / 30))), 9);
  });

  it('is for how many readings in a row nothing was studied', () => {
    const idle = (...studyDays: number[]) => observe(preparation({ readings: studyDays.map((days, i) => reading(4 + 30 * i, days)) }), 400, none).idleMonths;
    expect([idle(1, 2, 3), idle(1, 3, 3), idle(3, 3, 3), idle(0, 0), idle(5, 5, 5, 5, 5, 5, 5)]).toEqual([0, 1, 2, 2, 4]);
  });

  it('counts missing work as nothing, and holds points to 65 in 100', () => {
    const points = (...all: Work[]) => observe(preparation({ work: all }), 50, none).points;
    expect(points()).toBeCloseTo(0.65, 9);
    // (15 * 65 + 25 * 90) / 40
    expect(points(work({ handedIn: handedIn(18, 90) }))).toBeCloseTo(0.80625, 9);
    expect(points(work({}))).toBeCloseTo((15 * 65) / 40 / 100, 9);
    expect(points(work({ dueDay: 51 }))).toBeCloseTo(0.65, 9);
  });

  it('compares scores with those of the same work, newer ones more', () => {
    const means = new Map([['one', 70]]);
    const deviation = (day: number) => observe(preparation({ work: [work({ handedIn: handedIn(10, 90) })] }), day, means).deviation;
    // 25 of weight against 10 that hold back, 20 points more; after 60 days 12.5 of it.
    expect(deviation(10)).toBeCloseTo((25 * 20) / 35 / 10, 9);
    expect(deviation(70)).toBeCloseTo((12.5 * 20) / 22.5 / 10, 9);
  });

  it('knows of late, missing and carried over work', () => {
    const seen = observe(
      preparation({
        work: [
          work({ id: 'late', dueDay: 10, handedIn: handedIn(14, 60) }),
          work({ id: 'banked', dueDay: 20, handedIn: handedIn(-1, 80, true) }),
          work({ id: 'checked', dueDay: 25, isReviewed: false, handedIn: handedIn(30, 70) }),
          work({ id: 'missing', dueDay: 40 }),
        ],
      }),
      44,
      none,
    );
    expect(seen.lateShare).toBeCloseTo(1.5 / 3.5, 9);
    expect(seen.isLastMissing).toBe(1);
    expect(seen.adherence).toBeCloseTo(4 / 5.5, 9);
    expect(seen.monthsSinceWork).toBeCloseTo(14 / 30, 9);
  });

  it('takes for the mean of work what all had got so far, and five times 70', () => {
    const all = [90, 80].map((score) => [work({ handedIn: handedIn(10, score) })]);
    const seenOn = (day: number) => workMeans(all.map((each) => ({ work: each, day })));
    expect(seenOn(10).get('one')).toBeCloseTo((350 + 170) / 7, 9);
    expect(seenOn(9).size).toBe(0);
  });

  it('knows nothing of what comes after the day', () => {
    const Day = fc.integer({ min: 0, max: 100 });
    const Works = fc.array(fc.record({ dueDay: Day, inDay: Day, score: fc.nat(100) }), { maxLength: 6 });
    const Counts = fc.array(fc.nat(9), { minLength: 1, maxLength: 6 });
    assertProperty(
      fc.property(Works, Counts, Day, (works, counts, day) => {
        const readings = counts.map((_, i) =>
          reading(
            4 + i * 20,
            counts.slice(0, i + 1).reduce((sum, count) => sum + count, 0),
          ),
        );
        const all = works.map(({ dueDay, inDay, score }, i) => work({ id: `w${i}`, dueDay, handedIn: handedIn(inDay, score) }));
        const later = all.map((each) => (each.handedIn!.day > day ? { ...each, handedIn: handedIn(each.handedIn!.day, 1) } : each));
        const cut = readings.map((each) => (each.day > day ? { ...each, studyDays: 999, effort: 999, coverage: 1 } : each));
        expect(observe(preparation({ readings: cut, work: later }), day, none)).toEqual(observe(preparation({ readings, work: all }), day, none));
      }),
    );
  });
});
