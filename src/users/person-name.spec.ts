import { readFileSync } from 'node:fs';
import { PersonName } from './person-name.contract.js';

const [invisible, turned, twoLines, bell, family] = JSON.parse(readFileSync('test/fixtures/accounts/names.json', 'utf8')) as string[];
const isName = (name: string | undefined) => PersonName.safeParse(name).success;

describe('a name', () => {
  it.each(['Wren Harbour', 'Plato', 'أحمد', 'می‌خواهم', '李', 'Ng', 'O’Brien', 'Jean-Luc', 'X Æ A-12', '👩‍👩‍👧‍👦 Family', '\u{10fff}'])('may be %s', (name) => {
    expect(PersonName.parse(name)).toBe(name);
  });

  it('holds no line break, no control character and nothing that turns text around', () => {
    for (const name of [twoLines, bell, turned, 'a\u2028b', 'a\u2029b', 'a\u0085b', 'a\u2067b', 'a\ud800b', 'a\ufffdb']) expect(isName(name)).toBe(false);
  });

  it('shows something', () => {
    for (const name of [invisible, '', '  ', '\u00a0', '\u200d', '\u3164', '\u2800', '\u0301', '\ufe0f']) expect(isName(name)).toBe(false);
    expect(isName(family)).toBe(true);
  });

  it('is kept in NFC, with single blanks and without the invisible marks that copying brings along', () => {
    expect(PersonName.parse('  Élodie \u00a0 Quay\u200f '.normalize('NFD'))).toBe('Élodie Quay');
    expect(PersonName.parse('\ufeffWren\u200b')).toBe('Wren');
  });
});
