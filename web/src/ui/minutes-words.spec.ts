import { describe, expect, it } from '@jest/globals';
import { readWithin } from './minutes-words';

const A_DAY = { min: 1, max: 1_440 };

describe('minutes that somebody typed', () => {
  it('are told as they were read, unless that is plain', () => {
    expect(readWithin('45', A_DAY)).toEqual({ minutes: 45 });
    expect(readWithin('1:30', A_DAY)).toEqual({ minutes: 90, words: '1 h 30, 90 min' });
    expect(readWithin('90', A_DAY)).toEqual({ minutes: 90, words: '1 h 30, 90 min' });
    expect(readWithin('0:20', A_DAY)).toEqual({ minutes: 20, words: '20 min' });
    expect(readWithin('20:00', A_DAY).words).toBe('20 h, 1,200 min');
  });

  it('lie within what the field takes', () => {
    expect(readWithin('0', A_DAY)).toEqual({ fault: 'At least 1 minute.' });
    expect(readWithin('25 h', A_DAY)).toEqual({ fault: 'A day holds 1,440 minutes.' });
    expect(readWithin('17h', { min: 0, max: 960 })).toEqual({ fault: 'At most 16 h, 960 min.' });
    expect(readWithin('0', { min: 0, max: 960 })).toEqual({ minutes: 0 });
    expect(readWithin('1.5', A_DAY).fault).toContain('Hours or minutes?');
  });
});
