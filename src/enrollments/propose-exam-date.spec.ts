import fc from 'fast-check';
import { assertProperty } from '../../test/support/property.js';
import { daysBetween } from '../platform/time/local-date.js';
import { proposeExamDate } from './propose-exam-date.js';
import type { StudyTime } from './study-time.js';

const HOUR_A_DAY: StudyTime = { weeklyMinutes: [60, 60, 60, 60, 60, 0, 0], exceptions: {}, breaks: [] };
const today = '2026-03-02';

describe('the exam date that is proposed', () => {
  it('is the first after days that hold what is needed and a fifth more', () => {
    // Ten hours are needed, so twelve: two weeks of five, and Monday 16 and Tuesday 17.
    expect(proposeExamDate({ neededMinutes: 600, time: HOUR_A_DAY, today })).toBe('2026-03-18');
  });

  it('leaves out breaks and dates without time', () => {
    const time = { ...HOUR_A_DAY, breaks: [{ fromOn: '2026-03-09', toOn: '2026-03-15' }], exceptions: { '2026-03-16': 0 } };
    expect(proposeExamDate({ neededMinutes: 600, time, today })).toBe('2026-03-26');
  });

  it('fills no day beyond the pace that was asked for', () => {
    // Half an hour of each hour: twice the days.
    expect(proposeExamDate({ neededMinutes: 600, time: HOUR_A_DAY, mostMinutesADay: 30, today })).toBe('2026-04-03');
  });

  it('is a week ahead at least, and five years at most', () => {
    expect(proposeExamDate({ neededMinutes: 0, time: HOUR_A_DAY, today })).toBe('2026-03-09');
    expect(proposeExamDate({ neededMinutes: 600, time: { ...HOUR_A_DAY, weeklyMinutes: [0, 0, 0, 0, 0, 0, 0] }, today })).toBe('2031-03-02');
  });

  it('is never earlier for more to do or for less time', () => {
    assertProperty(
      fc.property(fc.nat(20_000), fc.nat(5_000), fc.array(fc.nat(120), { minLength: 7, maxLength: 7 }), fc.nat(6), (needed, more, weeklyMinutes, day) => {
        const time = { ...HOUR_A_DAY, weeklyMinutes };
        const proposed = proposeExamDate({ neededMinutes: needed, time, today });
        expect(daysBetween(today, proposed)).toBeGreaterThanOrEqual(7);
        expect(proposeExamDate({ neededMinutes: needed + more, time, today }) >= proposed).toBe(true);
        const less = weeklyMinutes.map((minutes, i) => (i === day ? 0 : minutes));
        expect(proposeExamDate({ neededMinutes: needed, time: { ...time, weeklyMinutes: less }, today }) >= proposed).toBe(true);
      }),
      { runs: 30 },
    );
  });
});
