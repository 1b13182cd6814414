import { describe, expect, it } from '@jest/globals';
import { PauseInput } from '@server/enrollments/life/life.contract';
import { WaiverReason } from '@server/enrollments/waivers/waiver-requests.contract';
import { PersonName } from '@server/users/person-name.contract';
import { isVisible } from '@server/platform/text/normal-text.contract';
import { firstCharacters, textLimit, tooLong } from './text-limit';

describe('the longest text that a field accepts', () => {
  it('is counted in characters, as on the server: 60 emoji are 60', () => {
    expect(tooLong(PersonName, '🌊'.repeat(60))).toBeUndefined();
    expect(tooLong(PersonName, '🌊'.repeat(120))).toBeUndefined();
    expect(tooLong(PersonName, '🌊'.repeat(121))).toBe('At most 120 characters');
    expect(tooLong(PersonName, 'é'.repeat(120))).toBeUndefined();
  });

  it('is counted after blanks around the text are removed, as the server keeps it', () => {
    const reason = PauseInput.shape.reason;
    expect([tooLong(reason, `  ${'a'.repeat(300)}  `), tooLong(reason, 'a'.repeat(301))]).toEqual([undefined, 'At most 300 characters']);
  });

  it('says nothing about a text that is too short', () => {
    expect(tooLong(WaiverReason, '')).toBeUndefined();
  });

  it('makes the field invalid, and hides other errors only while the text is too long', () => {
    let validity = '';
    const field = { setCustomValidity: (message: string) => (validity = message) } as unknown as HTMLInputElement;
    const long = textLimit(WaiverReason, '🌊'.repeat(501), 'Not saved');
    long.ref(field);
    expect([long.error, validity]).toEqual(['At most 500 characters', 'At most 500 characters']);
    const fits = textLimit(WaiverReason, '🌊'.repeat(500), 'Not saved');
    fits.ref(field);
    expect([fits.error, validity]).toEqual(['Not saved', '']);
  });
});

describe('the beginning of a search text', () => {
  it('ends between two characters, so that the server accepts it', () => {
    const cut = firstCharacters(`a${'🌊'.repeat(120)}`, 100);
    expect([[...cut].length, /\p{Cs}/u.test(cut), isVisible(cut)]).toEqual([100, false, true]);
    expect(firstCharacters('short', 100)).toBe('short');
  });
});
