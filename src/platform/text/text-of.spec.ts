import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { assertProperty } from '../../../test/support/property.js';
import { faultText, textOf, type Encoding } from './text-of.js';

const utf16 = (text: string, isLittle: boolean) => {
  const bytes = new Uint8Array(Buffer.from(text, 'utf16le'));
  if (isLittle) return bytes;
  return bytes.map((_, i) => bytes[i ^ 1]!);
};
const joined = (...parts: readonly (readonly number[] | Uint8Array)[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const TABLE = 'date;minutes;note\r\n2026-11-02;60;Übung „Größe“\r\n';
const CYRILLIC = 'дата;минуты;заметка\r\n02.11.2026;60;глава первая\r\n';

describe('the text of a file', () => {
  it.each<[string, string, Uint8Array, Encoding]>([
    ['UTF-8', TABLE, new TextEncoder().encode(TABLE), 'utf-8'],
    ['UTF-8 with a mark', TABLE, joined([0xef, 0xbb, 0xbf], new TextEncoder().encode(TABLE)), 'utf-8'],
    ['UTF-16LE with a mark', TABLE, joined([0xff, 0xfe], utf16(TABLE, true)), 'utf-16le'],
    ['UTF-16BE with a mark', TABLE, joined([0xfe, 0xff], utf16(TABLE, false)), 'utf-16be'],
    ['UTF-16LE without a mark', TABLE, utf16(TABLE, true), 'utf-16le'],
    ['UTF-16BE without a mark', TABLE, utf16(TABLE, false), 'utf-16be'],
    ['UTF-16LE without a mark, in another alphabet', CYRILLIC, utf16(CYRILLIC, true), 'utf-16le'],
    ['UTF-16BE without a mark, in another alphabet', CYRILLIC, utf16(CYRILLIC, false), 'utf-16be'],
    ['Windows-1252', 'Übung – „x“ €', Uint8Array.of(0xdc, ...Buffer.from('bung '), 0x96, 0x20, 0x84, 0x78, 0x93, 0x20, 0x80), 'windows-1252'],
    ['nothing', '', new Uint8Array(), 'utf-8'],
  ])('is read in %s', (_, text, bytes, encoding) => {
    expect(textOf(bytes)).toEqual({ text, encoding, faults: [] });
  });

  it.each([
    ['a NUL', Buffer.from('a\nbc\0d'), 'Line 2, column 3: There is a NUL'],
    ['a character that was lost before', Buffer.from('Qualit\ufffdt'), 'Line 1, column 7: A character was lost here (U+FFFD)'],
    ['a broken byte among good UTF-8', joined(Buffer.from('Größe\r\nGrö'), [0xc3], Buffer.from('e äöü')), 'Line 2, column 4: A character was lost'],
    ['half a character of UTF-16', joined([0xff, 0xfe], [0x61, 0, 0, 0xd8, 0x62, 0]), 'Line 1, column 2: A character was lost'],
    ['a byte that Windows-1252 does not have', Uint8Array.of(0x61, 0x81, 0xff), 'Line 1, column 2: This character cannot be read'],
  ])('names the place of %s', (_, bytes, message) => {
    const [first] = textOf(new Uint8Array(bytes)).faults;
    expect(first && faultText(first)).toContain(message);
  });

  it('names no more faults than a person reads', () => {
    expect(textOf(new Uint8Array(Buffer.from('\ufffd'.repeat(500)))).faults).toHaveLength(20);
  });

  it('is the same again whichever encoding it was written in', () => {
    const Line = fc.stringMatching(/^[a-zäöüé0-9,;ж漢 ]{0,20}$/u);
    assertProperty(
      fc.property(fc.array(Line, { minLength: 1 }), fc.boolean(), (lines, isLittle) => {
        const text = `date,minutes\n${lines.join('\n')}`;
        expect(textOf(new TextEncoder().encode(text)).text).toBe(text);
        expect(textOf(joined(isLittle ? [0xff, 0xfe] : [0xfe, 0xff], utf16(text, isLittle))).text).toBe(text);
      }),
    );
  });

  it.each(['16-utf16le.csv', '19-latin1.csv', '15-bom-semicolon.csv'])('of the fixture %s has no fault', (name) => {
    const { text, faults } = textOf(readFileSync(`test/fixtures/study/${name}`));
    expect([faults, text.startsWith('date')]).toEqual([[], true]);
  });
});
