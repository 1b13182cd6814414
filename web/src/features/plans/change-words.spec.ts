import { describe, expect, it } from '@jest/globals';
import { changedCount, countTitle, countWords, slackWords, stateWords } from './change-words';

const counts = { kept: 30, moved: 4, resized: 0, added: 1, removed: 0 };
const by = { id: 'l', name: 'Wren' };

describe('a change of the plan in words', () => {
  it('says how many items it moves, and how many stay', () => {
    expect(countWords(counts)).toBe('4 moved, 1 added and 30 as before');
    expect(countTitle(counts)).toBe('4 moves, 1 other change');
    expect(countTitle({ ...counts, moved: 1, added: 0 })).toBe('1 move');
    expect(countTitle({ ...counts, moved: 0 })).toBe('1 change');
    expect(changedCount(counts)).toBe(5);
  });

  it('says so where nothing changes', () => {
    expect(countTitle({ kept: 3, moved: 0, resized: 0, added: 0, removed: 0 })).toBe('Everything stays');
  });

  it('says what is left of the time, or what is missing', () => {
    expect(slackWords({ feasible: true, slackMinutes: 55, missingMinutes: 0 })).toBe('55 min to spare');
    expect(slackWords({ feasible: true, slackMinutes: 0, missingMinutes: 0 })).toBe('no time to spare');
    expect(slackWords({ feasible: false, slackMinutes: 0, missingMinutes: 360 })).toBe('6 h missing');
  });

  it('says what became of it', () => {
    const at = '2026-03-02T09:00:00Z';
    expect(stateWords({ state: 'accepted', made: { at, by: null }, decided: { at, by: null } })).toBe('came by itself');
    expect(stateWords({ state: 'accepted', made: { at, by }, decided: { at, by } })).toBe('in place');
    expect(stateWords({ state: 'discarded', made: { at, by: null }, decided: { at, by: null } })).toBe('another one took its place');
    expect(stateWords({ state: 'undone', made: { at, by: null }, decided: { at, by } })).toBe('taken back');
  });
});
