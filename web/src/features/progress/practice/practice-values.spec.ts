import { describe, expect, it } from '@jest/globals';
import { percentRight, practiceFaults, practiceInput, practiceValues } from './practice-values';

const [A, B] = ['01900000-0000-7000-8000-00000000000a', '01900000-0000-7000-8000-00000000000b'];
const filled = { ...practiceValues([A, B], '2026-03-01'), source: 'Mock 1', itemsRight: 31, itemsAsked: 40 };

describe('the form of a practice result', () => {
  it('asks for the whole, and takes of the skills what is typed', () => {
    expect(practiceFaults(filled)).toEqual({});
    const input = practiceInput({ ...filled, skills: { ...filled.skills, [A]: { itemsRight: 8, itemsAsked: '10' } } });
    expect(input.skills).toEqual([{ skillId: A, itemsRight: 8, itemsAsked: 10 }]);
  });

  it('says what is missing at its field, and what is impossible', () => {
    expect(practiceFaults(practiceValues([A], '2026-03-01'))).toEqual({
      source: 'Enter the name of the exam',
      itemsRight: 'How many?',
      itemsAsked: 'How many?',
    });
    expect(practiceFaults({ ...filled, itemsRight: 41 })).toEqual({ itemsRight: 'No more than were asked' });
    expect(practiceFaults({ ...filled, skills: { [B]: { itemsRight: 2, itemsAsked: '' } } })).toEqual({ [`skills ${B}`]: 'How many?' });
    expect(practiceFaults({ ...filled, skills: { [B]: { itemsRight: 50, itemsAsked: 60 } } })).toEqual({ skills: 'No skill has more items than the whole' });
  });

  it('keeps the part of a skill that the level no longer has', () => {
    const result = { id: A, takenOn: '2026-02-01', source: 'x', itemsRight: 1, itemsAsked: 3, skills: [{ skillId: B, itemsRight: 1, itemsAsked: 2 }] };
    const when = { recordedAt: '2026-02-01T10:00:00Z', changedAt: '2026-02-01T10:00:00Z', deletedAt: null };
    expect(Object.keys(practiceValues([A], '2026-03-01', { ...result, ...when }).skills)).toEqual([A, B]);
    expect(percentRight(result)).toBe(33);
  });
});

describe('the share of a result', () => {
  it('is 100% for all and 0% for nothing alone', () => {
    expect([299, 300, 0, 1].map((itemsRight) => percentRight({ itemsRight, itemsAsked: 300 }))).toEqual([99, 100, 0, 1]);
  });
});
