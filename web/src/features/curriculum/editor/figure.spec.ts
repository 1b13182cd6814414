import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assertProperty } from '../../../../../test/support/property';
import { figureOf, shownFigure } from './figure';

describe('a figure as it is typed', () => {
  it.each([
    ['', undefined],
    ['-', undefined],
    ['4', 240],
    ['4.', 240],
    ['4.5', 270],
    ['0.25', 15],
    [12.75, 765],
  ])('%s hours are %s minutes', (typed, minutes) => expect(figureOf(typed, 60)).toBe(minutes));

  it('keeps a percentage to two decimals', () => {
    expect(figureOf('20.5', 1)).toBe(20.5);
    expect(figureOf('33.3333', 1)).toBe(33.33);
  });

  it('stays as it is typed while it says the same, and gives way when the value changes from elsewhere', () => {
    expect(shownFigure(240, 60, '4.')).toBe('4.');
    expect(shownFigure(240, 60, undefined)).toBe(4);
    expect(shownFigure(300, 60, '4.')).toBe(5);
    expect(shownFigure(undefined, 1, '')).toBe('');
  });

  it('shows whole minutes as hours that mean the same minutes', () => {
    assertProperty(fc.property(fc.integer({ min: 1, max: 60_000 }), (minutes) => figureOf(shownFigure(minutes, 60, undefined), 60) === minutes));
  });
});
