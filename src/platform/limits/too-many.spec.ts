import { inWords, tooMany } from './too-many.js';

describe('a wait', () => {
  it.each([
    [0, '1 second'],
    [1, '1 second'],
    [59, '59 seconds'],
    [60, '1 minute'],
    [61, '2 minutes'],
    [3_540, '59 minutes'],
    [3_541, '1 hour'],
    [3_601, '2 hours'],
  ])('of %i seconds is said as %s', (seconds, words) => expect(inWords(seconds)).toBe(words));

  it('stands in the refusal in words, and as a number for programs', () => {
    expect(tooMany('Too many attempts.', 90)).toMatchObject({ message: 'Too many attempts. Try again in 2 minutes.', facts: { seconds: 90 } });
  });
});
