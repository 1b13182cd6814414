import fc from 'fast-check';
import { assertProperty } from '../../../test/support/property.js';
import { isGarbled, line, prose, shortened, worded } from './item-text.js';

const anyText = fc.string({ unit: 'binary', maxLength: 400 });

describe('a text of a framework', () => {
  it('is tidied to paragraphs', () => {
    expect(prose(' \r\nOne \r\n\r\n\r\n\r\n  two\u0000\rthree\t\n')).toBe('One\n\n  two\nthree');
  });

  it('is one line where a line is needed', () => {
    expect(line(' One\n\n two\tthree ')).toBe('One two three');
  });

  it('is garbled by what cannot be shown, not by the line ends of any system', () => {
    expect(['a\r\nb', 'a\rb\tc', 'a\u0007', '\ud800'].map(isGarbled)).toEqual([false, false, true, true]);
  });

  it('is cut at the end of a word, or within one that has no end', () => {
    expect(shortened('Turn into the wind', 14)).toBe('Turn into the…');
    expect(shortened('x'.repeat(300), 10)).toBe(`${'x'.repeat(9)}…`);
    expect(shortened('exactly', 7)).toBe('exactly');
  });

  it('is never cut within a character', () => {
    expect(shortened('⛵🌊🌊', 3)).toBe('⛵…');
    assertProperty(fc.property(anyText, fc.integer({ min: 1, max: 60 }), (text, longest) => expect(isGarbled(shortened(prose(text), longest))).toBe(false)));
  });

  it('becomes a title and a description that say nothing twice', () => {
    expect(worded('Knots', ['Knots', 'Tie them.\nAll.', 'Tie them.\nAll.', ''])).toEqual({ title: 'Knots', description: 'Tie them.\nAll.' });
    expect(worded('  ', ['Tie them.'])).toEqual({ title: '', description: 'Tie them.' });
  });

  it('is never longer than a title may be, and never loses what it says', () => {
    assertProperty(
      fc.property(fc.string({ maxLength: 600 }), (text) => {
        const { title, description } = worded(text);
        expect(title.length).toBeLessThanOrEqual(200);
        expect(description || title).toBe(description ? prose(text) : line(text));
      }),
    );
  });
});
