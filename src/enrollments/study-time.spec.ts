import { minutesOn, type StudyTime } from './study-time.js';

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
