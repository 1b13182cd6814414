import { expect, it } from '@jest/globals';
import { clockText } from './clock-text';

it.each([
  [0, '0:00'],
  [59_999, '0:59'],
  [425_000, '7:05'],
  [3_729_000, '1:02:09'],
  [-5, '0:00'],
])('%i ms read %s on a stopwatch', (ms, text) => {
  expect(clockText(ms)).toBe(text);
});
