import { describe, expect, it } from '@jest/globals';
import { canEnroll, gapsOf } from './gaps';

const whole = {
  ...{ slug: 'shore', validates: 'Reads tides.', mistakes: ['Haste'], projects: [{ slug: 'almanac' }], planTemplates: [{ slug: 'month' }] },
  skills: [{ slug: 'tables', weightPercent: 100 }],
};

describe('what a level lacks', () => {
  it('is nothing where all is there', () => expect(gapsOf(whole)).toEqual([]));
  it('is said by what learners miss', () => {
    expect(gapsOf({ slug: 'empty' })).toEqual(['skills', 'what it shows', 'projects', 'plans', 'where people slip']);
    expect(gapsOf({ ...whole, skills: [{ slug: 'tables' }] })).toEqual(['weights of its skills']);
  });
  it('keeps learners out while no skill has a weight', () => {
    expect(canEnroll(whole)).toBe(true);
    expect(canEnroll({ slug: 'empty' })).toBe(false);
    expect(canEnroll({ slug: 'bare', skills: [{ slug: 'tables' }] })).toBe(false);
  });
});
