import { describe, expect, it } from '@jest/globals';
import { consistencyFact, missedWords } from './steady-words';

const steady = { studiedOfPlanned: { studied: 9, planned: 11 }, streak: 4, repairedOn: null };

describe('how steadily one studies', () => {
  it('is a share once there are enough planned days, always beside what it is out of', () => {
    expect(consistencyFact(steady)).toEqual({ value: '82%', note: '9 of 11 planned days' });
    expect(consistencyFact({ ...steady, studiedOfPlanned: { studied: 1, planned: 1 } })).toEqual({ value: '1 of 1 planned day' });
    expect(consistencyFact({ ...steady, studiedOfPlanned: { studied: 0, planned: 0 } }).value).toBe('–');
  });

  it('says which day of this week was repaired, or that the repair is still free', () => {
    expect(missedWords({ ...steady, repairedOn: '2026-03-10' })).toContain('Tuesday is repaired for nothing');
    expect(missedWords(steady)).toContain('this week’s is still free');
    expect(missedWords({ ...steady, streak: 0 })).toBe('A missed day dents consistency; it never resets it.');
  });
});
