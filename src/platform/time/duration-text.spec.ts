import fc from 'fast-check';
import { assertProperty } from '../../../test/support/property.js';
import { clockSeconds, readDuration, unitOfWord } from './duration-text.contract.js';

describe('a duration as text', () => {
  it.each([
    ['2h 30m', 9_000],
    ['90 min', 5_400],
    ['45m', 2_700],
    ['1h30', 5_400],
    ['1 h 30', 5_400],
    ['1,5 h', 5_400],
    ['1.5 hrs', 5_400],
    ['2 Std. 30 Min.', 9_000],
    ['1 hour, 5 minutes', 3_900],
    ['1 heure et 5 minutes', 3_900],
    ['1h 2m 3s', 3_723],
    ["45'", 2_700],
    ['PT1H30M', 5_400],
    ['PT1,5H', 5_400],
    ['01:30:10', 5_410],
    ['0:45:00', 2_700],
    ['1:30 h', 5_400],
    ['20:00 min', 1_200],
    ['300 s', 300],
    ['1500 ms', 1.5],
    ['2 часа 5 мин', 7_500],
  ])('says its own unit: %s', (text, seconds) => {
    expect(readDuration(text)).toEqual({ kind: 'seconds', seconds });
  });

  it('without a unit stays what it is', () => {
    expect(readDuration('1:30')).toEqual({ kind: 'clock', parts: [1, 30] });
    expect(clockSeconds([1, 30], 'h:mm')).toBe(5_400);
    expect(clockSeconds([20, 0], 'm:ss')).toBe(1_200);
    expect(readDuration('90')).toEqual({ kind: 'number', value: 90, sign: null, grouped: null });
    expect(readDuration('1,5')).toEqual({ kind: 'number', value: 1.5, sign: ',', grouped: null });
    expect(readDuration('1,200')).toEqual({ kind: 'number', value: 1.2, sign: ',', grouped: 1_200 });
  });

  it.each([
    '',
    '-30',
    'half',
    '1:75',
    '1:5',
    '7:05 pm',
    '30 m 2 h',
    '5 6',
    '1h 2h',
    '1h 90m',
    '1.5h 30m',
    '1m 75s',
    '2 apples',
    'pt',
    '1:30 s',
    '12:00:00 min',
  ])('is none: %j', (text) => {
    expect(readDuration(text)).toBeNull();
  });

  it('knows the units that headers name', () => {
    expect(['h', 'Std.', 'minuten', 'sec', 'ms', 'apples'].map((word) => unitOfWord(word.toLowerCase()))).toEqual(['h', 'h', 'min', 's', 'ms', undefined]);
  });

  it('is read back from any of its forms', () => {
    assertProperty(
      fc.property(fc.nat(40), fc.nat(59), fc.nat(59), (h, m, s) => {
        const seconds = h * 3_600 + m * 60 + s;
        const two = (number: number) => String(number).padStart(2, '0');
        for (const text of [`${h}:${two(m)}:${two(s)}`, `${h}h ${m}m ${s}s`, `${h} Std. ${m} Min. ${s} Sek.`, `PT${h}H${m}M${s}S`])
          expect(readDuration(text)).toEqual({ kind: 'seconds', seconds });
      }),
    );
  });
});
