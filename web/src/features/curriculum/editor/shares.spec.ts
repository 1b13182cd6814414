import { describe, expect, it } from '@jest/globals';
import { sharesSaid } from './shares';

describe('whether shares make a whole', () => {
  it.each([
    [[], null],
    [[undefined, undefined], null],
    [[60, 40], { isWhole: true, words: 'Weights add up to 100' }],
    [[33.33, 33.33, 33.34], { isWhole: true, words: 'Weights add up to 100' }],
    [[70, 20], { isWhole: false, words: 'Weights add up to 90, 10 to go' }],
    [[70, 50], { isWhole: false, words: 'Weights add up to 120, 20 too many' }],
    [[60, 40, undefined], { isWhole: false, words: 'Weights add up to 100, 1 has none yet' }],
    [[60, undefined, undefined], { isWhole: false, words: 'Weights add up to 60, 40 to go, 2 have none yet' }],
  ])('%j', (shares, said) => expect(sharesSaid('Weights', shares)).toEqual(said));
});
