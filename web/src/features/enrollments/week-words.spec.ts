import { describe, expect, it } from '@jest/globals';
import { loggedAWeek, mostAWeek, mostAWeekThen, onAverageAWeek, weekMinutes } from './week-words';

describe('hours a week', () => {
  it('are said with what they are', () => {
    const availability = { monday: 60, tuesday: 60, wednesday: 0, thursday: 90, friday: 0, saturday: 300, sunday: 0 };
    expect(mostAWeek(weekMinutes(availability))).toBe('8 h 30 a week at most');
    expect(onAverageAWeek(106)).toBe('1 h 46 a week on average until the exam');
    expect(loggedAWeek(239)).toBe('3 h 59 a week, as logged on average in the last 4 weeks');
  });

  it('say how another week differs from the one that stands', () => {
    expect([mostAWeekThen(720, 510), mostAWeekThen(450, 510), mostAWeekThen(510, 510)]).toEqual([
      '12 h a week at most, 3 h 30 more than now',
      '7 h 30 a week at most, 1 h less than now',
      '8 h 30 a week at most',
    ]);
  });
});
