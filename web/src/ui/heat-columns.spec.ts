import { describe, expect, it } from '@jest/globals';
import { heatColumns } from './heat-columns';

describe('the weeks of a heatmap', () => {
  it('are all there where they fit, a year at the desk too, and never wider than a finger', () => {
    expect(heatColumns(12, 1_000, 0)).toEqual({ pitch: 25, first: 0, end: 12 });
    expect(heatColumns(53, 1_022, 0)).toMatchObject({ first: 0, end: 53 });
  });

  it('are as many as have room on the phone: the last ones, or those before them', () => {
    expect(heatColumns(53, 324, 0)).toEqual({ pitch: 24, first: 40, end: 53 });
    expect(heatColumns(53, 324, 13)).toEqual({ pitch: 24, first: 27, end: 40 });
  });

  it('fill the first page as well', () => {
    expect(heatColumns(30, 324, 26)).toEqual({ pitch: 24, first: 0, end: 13 });
  });
});
