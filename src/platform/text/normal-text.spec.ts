import fc from 'fast-check';
import { assertProperty } from '../../../test/support/property.js';
import { isFoundIn, Line, Lines, manyLines, nameKey, searchKey, singleLine } from './normal-text.contract.js';

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

  it('do not change when they are normalized again', () => {
    assertProperty(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const normal of [singleLine, manyLines, nameKey, searchKey]) expect(normal(normal(text))).toBe(normal(text));
        expect(nameKey(singleLine(text))).toBe(nameKey(text));
        expect(nameKey(text.normalize('NFD'))).toBe(nameKey(text));
      }),
    );
  });
});
