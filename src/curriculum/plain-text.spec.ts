import fc from 'fast-check';
import { assertProperty } from '../../test/support/property.js';
import { plainText } from './plain-text.js';

describe('markdown as plain text', () => {
  it('worked by hand: a paragraph, a list and a link become one line', () => {
    const text = 'Shows that one can **taste** tea.\n\n- black\n- green\n\n[More](https://tea.example "The tea")';
    expect(plainText(text)).toBe('Shows that one can taste tea. black, green. More');
  });

  it.each([
    ['# Tea\n\nIs _good_.', 'Tea. Is good.'],
    ['Tea\n===\nis *good* and ***hot***', 'Tea. is good and hot'],
    ['> Said __twice__', 'Said twice'],
    ['1. First\n2. Second.\n\nThen', 'First, Second. Then'],
    ['- [x] done\n- [ ] open', 'done, open'],
    ['Use `a_b * c` and ``two ` ticks``', 'Use a_b * c and two ` ticks'],
    ['```sh\nkubectl get pods\n```\nDone', 'kubectl get pods Done'],
    ['![A cup](cup.png) of [tea][1]\n\n[1]: https://tea.example', 'A cup of tea'],
    ['<https://tea.example> ~~cold~~', 'https://tea.example cold'],
    ['| a | b |\n| --- | :-: |\n| c | d |', 'a b c d'],
    ['A **long\nline** goes\non\n- black\n  tea\n- green', 'A long line goes on black tea, green'],
    ['before\n\n---\n\nafter', 'before after'],
    ['\\*not\\* \\[so\\]', '*not* [so]'],
  ])('%j is %j', (markdown, plain) => expect(plainText(markdown)).toBe(plain));

  it.each(['2 * 3 * 4 = 24', 'snake_case_name', 'C++ and C#, $HOME/*', 'a < b > c', 'weigh [20, 30]', 'Reads 1. e. first', 'WHERE x = y_z AND _a'])(
    '%j stays as it is',
    (text) => expect(plainText(text)).toBe(text),
  );

  it('keeps every word of prose without markup, and is one line without edges', () => {
    const word = fc.stringMatching(/^[a-zA-Zäß]{1,8}[,.;]?$/);
    assertProperty(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (words) => {
        expect(plainText(words.join(' '))).toBe(words.join(' '));
        expect(plainText(words.map((each) => `**${each}**`).join(' '))).toBe(words.join(' '));
        expect(plainText(words.map((each) => `[${each}](https://x.example)`).join(' '))).toBe(words.join(' '));
      }),
    );
    assertProperty(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab *_`[]()#>-|\n\\!~<:/.1') }), (text) => expect(plainText(text)).toMatch(/^(\S(.*\S)?)?$/)),
    );
  });

  it.each(['[', '**a ', '`', '![', '_a ', '<https:', '[a](', '\\', '- ', '~~a '])('of much %j is had at once, whatever it is', (piece) => {
    // Within jest's time limit, which looking on to the end from each of them would not meet.
    expect(plainText(piece.repeat(50_000)).length).toBeGreaterThanOrEqual(0);
  });
});
