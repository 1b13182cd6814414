import { describe, expect, it } from '@jest/globals';
import { isNothing, lossWords } from './losses';

describe('what a person loses by signing out', () => {
  it('is named with its number, the study first', () => {
    expect(lossWords({ studies: 2, isTimerOn: true, drafts: 1 })).toEqual([
      '2 study sessions haven’t been sent.',
      'The timer is still running.',
      '1 draft isn’t saved.',
    ]);
    expect(lossWords({ studies: 1, isTimerOn: false, drafts: 3 })).toEqual(['1 study session hasn’t been sent.', '3 drafts aren’t saved.']);
  });

  it('is nothing where everything is on the server', () => {
    const losses = { studies: 0, isTimerOn: false, drafts: 0 };
    expect([isNothing(losses), lossWords(losses)]).toEqual([true, []]);
    expect(isNothing({ ...losses, isTimerOn: true })).toBe(false);
  });
});
