import { describe, expect, it } from '@jest/globals';
import { consistencyFact, consistencyWords, missedWords, rowFact, rowWords } from './steady-words';

const steady = { studiedOfPlanned: { studied: 9, planned: 11 }, streak: 4, repairedOn: null };

describe('how steadily one studies', () => {
  it('is a share once there are enough planned days, always beside what it is out of', () => {
    expect(consistencyFact(steady)).toEqual({ value: '82%', note: '9 of 11 planned days in the last 14 days' });
    expect(consistencyFact({ ...steady, studiedOfPlanned: { studied: 1, planned: 1 } })).toEqual({
      ...{ value: '1 of 1 planned day', note: 'in the last 14 days' },
    });
    expect(consistencyFact({ ...steady, studiedOfPlanned: { studied: 0, planned: 0 } }).value).toBe('–');
  });

  it('says of which days consistency is, and that the row leaves repaired days out, so that the two agree', () => {
    const kept = { studiedOfPlanned: { studied: 8, planned: 9 }, streak: 21, repairedOn: null };
    expect(consistencyWords(kept)).toBe('You studied on 8 of the 9 planned days in the last 14 days.');
    expect(rowWords(kept)).toBe('21 planned days in a row, those missed and repaired left out');
    expect(rowFact(kept)).toEqual({ value: '21 planned days', note: 'missed ones that were repaired left out' });
    expect(rowWords({ ...steady, repairedOn: '2026-03-10' })).toContain('left out');
  });

  it('tells of no repair where none is known to be in the row', () => {
    expect(rowWords({ ...steady, studiedOfPlanned: { studied: 9, planned: 9 }, streak: 21 })).toBe('21 planned days in a row');
    // The miss may lie before the row.
    expect(rowFact({ ...steady, streak: 1 })).toEqual({ value: '1 planned day' });
    expect(rowWords({ ...steady, streak: 0 })).toBe('The next planned day begins a row');
  });

  it('says which day of this week was repaired, or that the repair is still free', () => {
    expect(missedWords({ ...steady, repairedOn: '2026-03-10' })).toContain('Tuesday is repaired for nothing');
    expect(missedWords(steady)).toContain('this week’s is still free');
    expect(missedWords({ ...steady, streak: 0 })).toBe('A missed day dents consistency; it never resets it.');
  });
});
