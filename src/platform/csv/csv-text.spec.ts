import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { assertProperty } from '../../../test/support/property.js';
import { cellOf, cellText, csvText } from './csv-text.js';

const read = (text: string) =>
  parse(text, { bom: true })
    .slice(1)
    .map((cells) => cells.map(cellOf));

describe('a table as text', () => {
  it('has a header, quotes where they are needed, and CRLF', () => {
    expect(csvText(['date', 'note'], [['2026-03-01', 'Read "Chapter 1", twice']])).toBe('\uFEFFdate,note\r\n2026-03-01,"Read ""Chapter 1"", twice"\r\n');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    ["'=1", "''=1"],
  ])('has no cell that a spreadsheet would run: %j', (cell, written) => {
    expect(cellText(cell)).toBe(written);
  });

  it('leaves numbers alone, the negative ones too', () => {
    expect([cellText(-5), cellText(0), cellText(null), cellText(true)]).toEqual(['-5', '0', '', 'true']);
  });

  it('is read back as it was, whatever is in it', () => {
    const Text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n\'",; a') }));
    assertProperty(
      fc.property(fc.array(fc.tuple(Text, Text), { minLength: 1 }), (rows) => {
        expect(read(csvText(['one', 'other'], rows))).toEqual(rows.map((cells) => [...cells]));
      }),
    );
  });
});
