import { examDates } from './exam-dates.js';

describe('an exam', () => {
  it('lies from tomorrow to five years ahead', () => {
    expect(examDates('2026-03-02')).toEqual({ from: '2026-03-03', to: '2031-03-02' });
  });

  it('of a leap day lies up to the last day of that February', () => {
    expect(examDates('2028-02-29')).toEqual({ from: '2028-03-01', to: '2033-02-28' });
  });
});
