import { describe, expect, it } from '@jest/globals';
import type { WayOut } from '@server/plans/plans.contract';
import { weekMinutes } from '../enrollments/week-words';
import { changeOf, isEmptyChange, moreAWeek, trialOf, wayNote, wayTitle } from './trial';

const availability = { monday: 60, tuesday: 60, wednesday: 0, thursday: 60, friday: 0, saturday: 120, sunday: 0 };
const pace = { mostMinutesADay: null, shortestSessionMinutes: 20 };
const stands = { examOn: '2026-04-01', availability, pace, leaveOut: ['x'] };
const effect = { missingMinutes: 0, spareMinutes: 40, finishOn: '2026-03-30' };

describe('a way out', () => {
  it('that takes more minutes or days is another week', () => {
    expect(trialOf({ kind: 'study-more', minutesMore: 15, days: 20, effect }, stands).availability).toEqual({
      ...availability,
      ...{ monday: 75, tuesday: 75, thursday: 75, saturday: 135 },
    });
    const open: WayOut = { kind: 'open-days', weekdays: [3, 7], dates: ['2026-03-04', '2026-03-08'], minutesEach: 45, effect };
    expect(trialOf(open, stands).availability).toEqual({ ...availability, wednesday: 45, sunday: 45 });
    expect(wayTitle(open)).toBe('Study on Wednesday and Sunday too, 45 min each');
    expect(wayNote(open)).toBe('2 days more: done by 30 March, 40 min to spare');
  });

  it('that is closed by the limit of a day is a higher one, and says that it is the limit', () => {
    const limited = { ...stands, pace: { ...pace, mostMinutesADay: 60 } };
    const raise: WayOut = { kind: 'raise-limit', limitMinutes: 60, minutesADay: 90, isWeekToo: false, effect };
    expect(trialOf(raise, limited)).toEqual({ ...stands, pace: { ...pace, mostMinutesADay: 90 } });
    expect(wayTitle(raise)).toBe('Raise the limit to 1 h 30 a day');
    expect(wayNote(raise)).toBe('The week has the time, but 1 h a day, the limit that is set, keeps the plan from it: done by 30 March, 40 min to spare');
    const both: WayOut = { ...raise, isWeekToo: true };
    expect(trialOf(both, limited).availability).toEqual({ ...availability, monday: 90, tuesday: 90, thursday: 90 });
    expect(wayNote(both)).toBe(
      'Studying more cannot make up for it within 1 h a day, the limit that is set. With 1 h 30 on each planned day: done by 30 March, 40 min to spare',
    );
  });

  it('that moves the exam is another date; one that leaves parts out adds them to those that are', () => {
    expect(trialOf({ kind: 'move-exam', examOn: '2026-04-20', daysLater: 19, effect }, stands)).toEqual({ ...stands, examOn: '2026-04-20' });
    const less: WayOut = { kind: 'leave-out', partIds: ['a', 'x'], titles: ['Pods'], minutes: 90, weightPercent: 12.4, readinessPoints: 4.5, effect };
    expect(trialOf(less, stands)).toEqual({ ...stands, leaveOut: ['x', 'a'] });
    const many = { ...less, titles: ['Pods', 'Drift', 'Recall'] };
    expect(wayTitle(many)).toBe('Leave out 3 parts');
    expect(wayNote(many)).toMatch(/^Pods, Drift and Recall\. 1 h 30 less/);
    expect(wayNote(less)).toBe('1 h 30 less, 12% of the level untouched, about 4.5 points: done by 30 March, 40 min to spare');
  });
});

describe('a trial', () => {
  it('tells the server what differs alone', () => {
    expect(isEmptyChange(changeOf(stands, stands))).toBe(true);
    expect(changeOf({ ...stands, examOn: null }, stands)).toEqual({ examOn: null });
    const gentle = { ...pace, mostMinutesADay: 60 };
    expect(changeOf({ ...stands, pace: gentle }, stands)).toEqual({ pace: gentle });
    expect(changeOf({ ...stands, leaveOut: ['x', 'a'] }, stands)).toEqual({ leaveOut: ['x', 'a'] });
    expect(changeOf({ ...stands, leaveOut: [] }, stands)).toEqual({ leaveOut: [] });
    const week = { ...availability, friday: 30 };
    expect(changeOf({ ...stands, availability: week }, stands)).toEqual({ availability: week });
    expect(weekMinutes(week)).toBe(330);
  });
});

describe('more minutes a week', () => {
  it('are shared among the days that have time, in steps of five minutes', () => {
    expect(moreAWeek(availability, 210)).toEqual({ ...availability, monday: 115, tuesday: 115, thursday: 115, saturday: 175 });
    expect(moreAWeek({ ...availability, saturday: 950 }, 210).saturday).toBe(960);
  });
});
