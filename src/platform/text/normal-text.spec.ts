import fc from 'fast-check';
import { assertProperty } from '../../../test/support/property.js';
import {
  atLeast,
  atMost,
  isFoundIn,
  Line,
  Lines,
  manyLines,
  nameKey,
  Opaque,
  searchKey,
  singleLine,
  unfinished,
  UnfinishedText,
} from './normal-text.contract.js';

describe('texts', () => {
  it('are kept in NFC; one line has single blanks', () => {
    expect(Line.parse('  Donne\u0301es \u00a0 et\u2009qualite\u0301\u200b\n')).toBe('Données et qualité');
    expect(Lines.parse(' Donne\u0301es\r\n  two  blanks\r')).toBe('Données\n  two  blanks');
  });

  it.each([
    ['Données, qualité', 'Donne\u0301es,  qualite\u0301'],
    ['The ML lifecycle', 'the\u00a0ML LIFECYCLE '],
    ['Ｄａｔａ　１', 'data 1'],
    ['ﬁnal', 'final'],
    ['\ufeffData', 'da\u00adta\u200b'],
  ])('have the same name: %j and %j', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  it('are other names where their accents differ, and are found all the same', () => {
    expect(nameKey('Zoe')).not.toBe(nameKey('Zoë'));
    for (const [text, wanted] of [
      ['Élodie', 'ELODIE'],
      ['Größe', 'grosse'],
      ['Łódź', 'lodz'],
      ['Œuvre', 'oeuv'],
      ['a  b', 'A B'],
    ] as const)
      expect(isFoundIn(text, wanted)).toBe(true);
    expect(isFoundIn('Élodie', 'ella')).toBe(false);
  });

  it.each([
    ['blanks', ' \u00a0\u2003\n'],
    ['signs that show nothing', '\u200b\u200d\u2060\ufeff\u3164\u2800'],
    ['marks without a letter', '\u0301'.repeat(10_000)],
    ['overrides', '\u202e\u2066'],
  ])('of %s are empty', (_, text) => {
    expect([singleLine(text), manyLines(text)]).toEqual(['', '']);
  });

  it('lose what acts on the text around them and what never shows', () => {
    expect(singleLine('ab\u202edc\u202c \u0007\u0085e\u2028f')).toBe('abdc e f');
    expect(manyLines('a\u202eb\u0007\fc\u2029d\u0085e\tf')).toBe('ab\nc\nd\ne\tf');
    expect(singleLine('می\u200cخواهم 👩\u200d👩\u200d👧 ا\u200e')).toBe('می\u200cخواهم 👩\u200d👩\u200d👧 ا\u200e');
  });

  it('that are being written keep their white space', () => {
    expect(UnfinishedText.parse(' a \r\n u\u0308 ')).toBe(' a \n ü ');
  });

  it.each(['a\0b', '\0', '\ud800', 'a\udc00'])('that no database keeps are refused: %j', (text) => {
    for (const schema of [Line, Lines, UnfinishedText, Opaque]) expect(schema.safeParse(text).success).toBe(false);
  });

  it('are counted in characters', () => {
    const schema = Line.check(atLeast(2, 'Too short'), atMost(3));
    expect(['👩', '👩👩', '👩👩👩', '👩👩👩👩'].map((text) => schema.safeParse(text).error?.issues[0]?.message)).toEqual([
      'Too short',
      undefined,
      undefined,
      'At most 3 characters',
    ]);
  });

  it('with more marks on a letter than anybody writes are read at once, with fewer marks', () => {
    const text = `a${'\u0316\u0301'.repeat(60_000)}`;
    for (const normal of [singleLine, manyLines, unfinished, nameKey, searchKey]) expect(normal(text).length).toBeLessThan(40);
  });

  it('do not change when they are normalized again', () => {
    assertProperty(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const normal of [singleLine, manyLines, unfinished, nameKey, searchKey]) expect(normal(normal(text))).toBe(normal(text));
        expect(nameKey(singleLine(text))).toBe(nameKey(text));
        expect(nameKey(text.normalize('NFD'))).toBe(nameKey(text));
      }),
    );
  });
});
