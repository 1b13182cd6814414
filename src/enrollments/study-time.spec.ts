import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { assertProperty } from '../../test/support/property.js';
import { dayOff, daysWithTime, minutesOn, type StudyTime } from './study-time.js';

const TIME: StudyTime = {
  weeklyMinutes: [60, 60, 60, 60, 0, 120, 0],
  exceptions: { '2026-03-06': 45, '2026-03-09': 0, '2026-03-12': 90 },
  breaks: [{ fromOn: '2026-03-11', toOn: '2026-03-13' }],
};

describe('the minutes of a date', () => {
  it.each([
    ['2026-03-02', 60, 'a Monday like any other'],
    ['2026-03-06', 45, 'a Friday with time for once'],
    ['2026-03-09', 0, 'a Monday without'],
    ['2026-03-10', 60, 'the day before a break'],
    ['2026-03-11', 0, 'its first day'],
    ['2026-03-12', 0, 'within it, whatever else was said of the date'],
    ['2026-03-13', 0, 'its last day'],
    ['2026-03-14', 120, 'the day after'],
  ])('%s: %i, %s', (date, minutes) => {
    expect(minutesOn(TIME, date)).toBe(minutes);
  });
});

describe('a day off', () => {
  it.each([
    ['2026-03-12', 'break'],
    ['2026-03-09', 'exception'],
    ['2026-03-20', 'rest-day'],
    ['2026-03-06', null],
  ])('%s: %s', (date, why) => {
    expect(dayOff(TIME, date)).toBe(why);
  });
});

describe('days with time', () => {
  it('leave out rest days, free dates and breaks, and count the last date', () => {
    // From Monday 9 to Monday 16: Tuesday 10, Saturday 14, Monday 16; the rest is a break or a rest day.
    expect(daysWithTime(TIME, '2026-03-09', '2026-03-16')).toBe(3);
    expect(daysWithTime(TIME, '2026-03-16', '2026-03-16')).toBe(0);
    expect(daysWithTime(TIME, '2026-03-17', '2026-03-16')).toBe(0);
  });

  it('are never more than the days there are', () => {
    assertProperty(
      fc.property(fc.nat(400), fc.nat(60), (span, length) => {
        const from = Temporal.PlainDate.from('2026-01-01');
        const time = { ...TIME, breaks: [{ fromOn: from.add({ days: 5 }).toString(), toOn: from.add({ days: 5 + length }).toString() }] };
        const counted = daysWithTime(time, from.toString(), from.add({ days: span }).toString());
        expect(counted).toBeLessThanOrEqual(span);
        expect(counted).toBeLessThanOrEqual(daysWithTime({ ...time, breaks: [] }, from.toString(), from.add({ days: span }).toString()));
      }),
    );
  });
});
