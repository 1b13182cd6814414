import { describe, expect, it } from '@jest/globals';
import { deviceWords } from './device-words';

describe('the words for a device', () => {
  it.each([
    ['Firefox', 'Windows', 'Firefox on Windows'],
    ['Safari', null, 'Safari'],
    [null, 'Android', 'Android device'],
    [null, null, 'Unknown device'],
  ])('%s and %s are %s', (browser, system, words) => {
    expect(deviceWords({ browser, system })).toBe(words);
  });
});
