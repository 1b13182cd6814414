import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { assertProperty } from '../../test/support/property.js';
import { WEEKDAYS } from '../enrollments/enrollments.contract.js';
import { DaysBack, ENROLLED_AT, foundedAt, type WeekBack } from './days-back.js';
import { evidenceSteps } from './evidence-steps.js';
import { LEARNERS } from './school.js';

/** Any minute of four years: a leap day, each weekday in each month, and the clock changes of every zone lie in them. */
const anyNow = fc.integer({ min: 0, max: (4 * 366 - 1) * 24 * 60 }).map((minutes) => Temporal.Instant.from('2026-03-02T00:00:00Z').add({ minutes }));
const anyLearner = fc.constantFrom(...LEARNERS);
const WEEK: WeekBack = [1, 2, 3, 4, 5, 6, 7];

describe('the demo school, counted back from the day it is filled', () => {
  it('gives today and the six days before it their minutes, so that a Monday has those of today', () => {
    const monday = new DaysBack(Temporal.Instant.from('2026-11-30T12:00:00Z'), 'Europe/Berlin');
    expect(monday.availability(WEEK)).toEqual({ monday: 1, sunday: 2, saturday: 3, friday: 4, thursday: 5, wednesday: 6, tuesday: 7 });
  });

  it('gives a day so many days ago the same minutes on whatever day it is filled', () => {
    assertProperty(
      fc.property(anyNow, anyLearner, fc.integer({ min: -60, max: 60 }), (now, { timeZone, week }, daysAgo) => {
        const days = new DaysBack(now, timeZone);
        const weekday = WEEKDAYS[days.date(daysAgo).dayOfWeek - 1]!;
        expect(days.availability(week)[weekday]).toBe(week[((daysAgo % 7) + 7) % 7]);
      }),
      { runs: 300 },
    );
  });

  it('lies in the past to its last evening, each moment on its date there, whatever the clock does meanwhile', () => {
    const evening = Temporal.PlainTime.from('19:30');
    assertProperty(
      fc.property(anyNow, anyLearner, fc.integer({ min: 1, max: 60 }), (now, { timeZone }, daysAgo) => {
        const days = new DaysBack(now, timeZone);
        const at = days.at(daysAgo, evening);
        expect(Temporal.Instant.compare(at, now)).toBe(-1);
        const wall = at.toZonedDateTimeISO(timeZone);
        expect(wall.toPlainTime().toString()).toBe('19:30:00');
        expect(wall.toPlainDate().until(now.toZonedDateTimeISO(timeZone).toPlainDate(), { largestUnit: 'days' }).days).toBe(daysAgo);
      }),
      { runs: 300 },
    );
  });

  it('has the mentors and the admin there before the first learner', () => {
    assertProperty(
      fc.property(anyNow, anyLearner, (now, { timeZone, enrolledDaysAgo }) => {
        const enrolledAt = new DaysBack(now, timeZone).at(enrolledDaysAgo, ENROLLED_AT);
        expect(Temporal.Instant.compare(foundedAt(now), enrolledAt)).toBe(-1);
      }),
      { runs: 300 },
    );
  });
});

describe('evidence in the demo school', () => {
  const ended = LEARNERS.flatMap((learner) => (learner.handsIn ?? []).map((handIn) => ({ learner, handIn, steps: evidenceSteps([handIn]) })));

  it('is submitted in the evening, reviewed two mornings later, and submitted again two evenings after changes were requested', () => {
    expect(evidenceSteps([{ daysAgo: 31, verdicts: ['changes-requested', 'approved'] }])).toEqual([
      { daysAgo: 31, at: 'evening', project: 0, attempt: 0, verdict: null },
      { daysAgo: 29, at: 'morning', project: 0, attempt: 0, verdict: 'changes-requested' },
      { daysAgo: 27, at: 'evening', project: 0, attempt: 1, verdict: null },
      { daysAgo: 25, at: 'morning', project: 0, attempt: 1, verdict: 'approved' },
    ]);
  });

  it('waits for a review of each mentor, and all the rest has been reviewed', () => {
    const waiting = ended.filter(({ handIn }) => handIn.verdicts.at(-1) === 'waiting');
    expect(new Set(waiting.map(({ learner }) => learner.mentor))).toEqual(new Set([0, 1]));
    expect(new Set(ended.flatMap(({ handIn }) => handIn.verdicts))).toEqual(new Set(['waiting', 'changes-requested', 'approved']));
  });

  it('has every step between enrolling and yesterday, of learners who have a mentor', () => {
    for (const { learner, steps } of ended) {
      expect(learner.mentor).not.toBeNull();
      for (const { daysAgo } of steps) expect([daysAgo < learner.enrolledDaysAgo, daysAgo >= 1]).toEqual([true, true]);
    }
  });
});
