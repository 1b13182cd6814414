import fc from 'fast-check';
import { assertProperty } from '../../../test/support/property.js';
import { separatorOf, withoutSepLine } from './separator.js';

const isDate = (cell: string) => /^\d{4}-\d\d-\d\d$/.test(cell.trim());

describe('the sign that separates cells', () => {
  it.each([
    [';', '2026-11-02;60;;Read a, b, c, d, e\n2026-11-03;30;;x'],
    [';', 'date;duration;note\n2026-11-02;1,5;x\n2026-11-03;2,5;y'],
    [';', '2026-11-02;60;a, b, c, d\n2026-11-03;30;e, f, g, h'],
    [',', 'date,minutes,note\n2026-11-02,60,"a;b;c;d"'],
    ['\t', 'date\tminutes\n2026-11-02\t1,5'],
    ['|', 'date|minutes|note\n2026-11-02|60|pipe'],
    [',', 'date,minutes,note\n2026-11-02,60'],
    [',', 'one line'],
    [',', ''],
    [',', 'date,minutes,note\n2026-03-01,30,"open\n2026-03-02,1,x'],
  ])('is %j', (separator, text) => {
    expect(separatorOf(text, isDate)).toBe(separator);
  });

  it('may be named by the first line, which is no row', () => {
    expect(withoutSepLine('sep=;\r\na;b')).toEqual({ separator: ';', body: 'a;b' });
    expect(withoutSepLine('\ufeff"sep=\t"\na\tb')).toEqual({ separator: '\t', body: 'a\tb' });
    expect(withoutSepLine('SEP=,,,,\ra,b')).toEqual({ separator: ',', body: 'a,b' });
    expect(withoutSepLine('\ufeffseparate,b')).toEqual({ separator: null, body: 'separate,b' });
  });

  it('is found again whatever the notes hold', () => {
    const Note = fc.string({ unit: fc.constantFrom(...',;\t| ab"\n') });
    assertProperty(
      fc.property(fc.constantFrom(',', ';', '\t', '|'), fc.array(Note, { minLength: 1, maxLength: 20 }), (separator, notes) => {
        const rows = notes.map((note, i) => [`2026-11-${10 + i}`, '60', `"${note.replaceAll('"', '""')}"`].join(separator));
        expect(separatorOf(rows.join('\n'), isDate)).toBe(separator);
      }),
    );
  });
});
