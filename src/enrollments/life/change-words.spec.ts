import { changeWords, type ChangeKind } from './change-words.js';

const words = (what: ChangeKind, became: string, isOwn = true) => changeWords({ what, became, isOwn });

describe('a line of the history', () => {
  it.each<[ChangeKind, string, string]>([
    ['enrolled', '2026-04-01', 'Enrolled, exam on 2026-04-01'],
    ['enrolled', 'proposed 2026-04-01', 'Enrolled, exam date not chosen, 2026-04-01 proposed'],
    ['state', 'exam-taken', 'Exam taken, the result is awaited'],
    ['state', 'paused 2026-03-30', 'Paused until 2026-03-30'],
    ['exam-date', 'proposed 2026-05-01', 'Exam date open again, 2026-05-01 proposed'],
    ['availability', '60 60 60 60 0 120 0', 'Usual week: mon 60, tue 60, wed 60, thu 60, fri 0, sat 120, sun 0 min'],
    ['pace', '60 30', 'At most 60 min a day, sessions from 30 min'],
    ['pace', 'any 20', 'No limit a day, sessions from 20 min'],
    ['availability-exception', '2026-03-09 90', '90 min on 2026-03-09'],
    ['availability-exception', '2026-03-09 0', '2026-03-09 free'],
    ['availability-exception', '2026-03-09 usual', '2026-03-09 as in a usual week again'],
    ['break', 'holiday 2026-03-09 2026-03-12 removed', 'Holiday from 2026-03-09 to 2026-03-12 removed'],
    ['calendar', '1 2', 'Imported a calendar: 1 free date, 2 breaks'],
    ['outcome', '2026-03-02 failed', 'Result of the exam of 2026-03-02: failed'],
    ['outcome', '2026-03-02 removed', 'Result of the exam of 2026-03-02 removed'],
    ['mentor', 'nobody', 'No mentor'],
    ['release', '2', 'Moved to release 2'],
  ])('of %s as %s says: %s', (what, became, said) => {
    expect(words(what, became)).toBe(said);
  });

  it('does not tell others of which kind a break is', () => {
    expect(words('break', 'illness 2026-03-09 2026-03-12')).toBe('Illness from 2026-03-09 to 2026-03-12');
    expect(words('break', 'illness 2026-03-09 2026-03-12', false)).toBe('Break from 2026-03-09 to 2026-03-12');
  });
});
