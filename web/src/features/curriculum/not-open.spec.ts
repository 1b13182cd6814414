import { expect, it } from '@jest/globals';
import { notOpenWords } from './not-open';

it('a level that is not open says what it waits for: its skills, or their weights', () => {
  expect([notOpenWords({ skills: 0 }), notOpenWords({ skills: [] })]).toEqual(['Not published yet', 'Not published yet']);
  expect([notOpenWords({ skills: 3 }), notOpenWords({ skills: ['tides'] })]).toEqual(Array(2).fill('Weights of skills not published yet'));
});
