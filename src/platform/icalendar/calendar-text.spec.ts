import fc from 'fast-check';
import { assertProperty } from '../../../test/support/property.js';
import { calendarText } from './calendar-text.js';

const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

describe('the text of a calendar', () => {
  it('is joined before it is decoded: a fold may lie inside a character', () => {
    expect(calendarText(bytes('SUMMARY:f', [0xc3], '\r\n ', [0xbc], 'r\r\nEND'))).toBe('SUMMARY:für\r\nEND');
    expect(calendarText(bytes('SUMMARY:', [0xf0, 0x9f], '\n\t', [0x8e, 0x84], '\nEND'))).toBe('SUMMARY:🎄\nEND');
    expect(calendarText(bytes('A:1\r\r\n 2'))).toBe('A:12');
  });

  it('may be UTF-16, with and without a mark', () => {
    const text = 'BEGIN:VCALENDAR\r\nSUMMARY:für\r\n  alle';
    const little = Buffer.from(text, 'utf16le');
    const joined = 'BEGIN:VCALENDAR\r\nSUMMARY:für alle';
    for (const form of [little, bytes([0xff, 0xfe], [...little]), Buffer.from(little).swap16(), bytes([0xfe, 0xff], [...Buffer.from(little).swap16()])])
      expect(calendarText(form)).toBe(joined);
  });

  it('is Windows-1252 in those lines that are not UTF-8', () => {
    expect(calendarText(bytes('SUMMARY:f', [0xfc], 'r\nSUMMARY:für\n'))).toBe('SUMMARY:für\nSUMMARY:für\n');
  });

  it('holds no NUL', () => {
    expect(calendarText(bytes('A:', [0], '1'))).toBe('A:1');
  });

  it('is the same wherever its lines are folded', () => {
    assertProperty(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), fc.array(fc.nat(200)), (raw, places) => {
        const text = `S:${raw.replaceAll(/[\r\n\t\0 ]/g, '_')}`;
        fc.pre(!/\p{Cs}/u.test(text));
        const octets = [...Buffer.from(text)];
        const folded = octets.flatMap((octet, i) => (i > 1 && places.includes(i) ? [0x0d, 0x0a, 0x20, octet] : [octet]));
        expect(calendarText(Buffer.from(folded))).toBe(text);
      }),
    );
  });
});
