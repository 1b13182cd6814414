import { folded, vocabularyOf, wordsOf } from './words.js';

describe('words of a text', () => {
  it('are letters and digits, in lower case and without accents', () => {
    expect(wordsOf('Résumé: CI/CD, scikit-learn & C++ 2.0!')).toEqual(['resume', 'ci', 'cd', 'scikit', 'learn', 'c', '2', '0']);
    expect(wordsOf('ﬁne ÅNGSTRÖM')).toEqual(['fine', 'angstrom']);
    expect(wordsOf('Кубернетес 쿠버네티스')).toHaveLength(2);
  });

  it('hold nothing that means anything in a query', () => {
    for (const text of [`'kuber':*A & !(x|y)`, '\\ " <-> %_', '\u0000\u202e½']) for (const word of wordsOf(text)) expect(word).toMatch(/^[\p{L}\p{M}\p{N}]+$/u);
    expect(wordsOf(`&|!():*'"`)).toEqual([]);
  });

  it('never are longer than an index takes', () => {
    expect(wordsOf(`${'x'.repeat(61)} y`)).toEqual(['y']);
    expect(folded('x'.repeat(61))).toHaveLength(61);
  });

  it('make a vocabulary without doubles, numbers and scraps, in order', () => {
    expect(vocabularyOf(['Git and git, or DVC', '1234 k8s ml'])).toEqual(['and', 'dvc', 'git', 'k8s']);
  });
});
