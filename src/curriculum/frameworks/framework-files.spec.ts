import { readdirSync, readFileSync } from 'node:fs';
import { textOf } from '../../platform/text/text-of.js';
import { readFramework } from './read-framework.js';

const read = (name: string) => readFramework(textOf(readFileSync(`test/fixtures/frameworks/${name}`)).text);
const titles = (name: string) => read(name).framework?.items.map(({ title }) => title);
const told = (name: string) => (read(name).framework?.unmapped ?? []).map(({ what }) => what);

/** Every file of the folder: the titles of its skills, or why it is refused. */
const FILES: Record<string, string[] | RegExp> = Object.fromEntries<string[] | RegExp>([
  ['01-plain.json', ['Clean data', 'Collect data']],
  ['03-sequence-string.json', ['Clean data', 'Collect data']],
  ['04-sequence-float.json', ['Clean data', 'Collect data']],
  ['05-no-associations.json', ['Collect data', 'Clean data']],
  ['06-association-null-type.json', ['Collect data', 'Clean data']],
  ['07-association-case.json', ['Clean data', 'Collect data']],
  ['09-html-math.json', ['Energy & mass: \\(E=mc^2\\)', 'A < B and B > C', '**bold** *md* - list']],
  ['10-rtl-cjk.json', ['تحليل البيانات', 'データ分析', 'データ分析']],
  ['12-many-600.json', Array.from({ length: 600 }, (_, i) => `Skill number ${i + 1}`)],
  ['13-graph-jsonld.json', /^Is neither a CASE package/],
  ['11-numeric-identifier.json', ['x', 'y']],
  ['14-same-item-twice.json', ['A']],
  ['20-moodle.csv', ['Ask']],
  ['21-moodle-latin1.csv', ['Qualität prüfen']],
  ['22-moodle-utf16.csv', ['Qualität prüfen']],
  ['23-moodle-semicolon.csv', ['Collect data']],
  ['24-moodle-sep.csv', ['Collect data']],
  ['25-moodle-short-rows.csv', ['Collect data', 'Clean data']],
  ['26-moodle-trailing-empty-cols.csv', ['Collect data']],
  ['27-moodle-german-header.csv', ['Daten sammeln']],
  ['28-moodle-case-parent.csv', ['Ask']],
  ['29-moodle-leading-zero.csv', ['Ask']],
  ['30-moodle-backslash-quote.csv', ['Use the "right" tool']],
]);

describe('framework files of other programs', () => {
  it.each(Object.entries(FILES))('are read or refused: %s', (name, wanted) => {
    if (wanted instanceof RegExp) expect(read(name).faults).toEqual([{ path: '', message: expect.stringMatching(wanted) as string }]);
    else expect([read(name).faults, titles(name)]).toEqual([undefined, wanted]);
  });

  it('are all listed above', () => {
    expect(Object.keys(FILES).sort()).toEqual(readdirSync('test/fixtures/frameworks').sort());
  });

  it('report what was read differently than written', () => {
    expect(told('06-association-null-type.json').join()).toContain('not kept');
    expect(told('25-moodle-short-rows.csv')).toContain('2 rows with fewer fields than the header');
    expect(told('29-moodle-leading-zero.csv')).toContain('The parent of 1 competency, found by another spelling');
    expect(told('30-moodle-backslash-quote.csv')).toContain('Quotes escaped with a backslash');
  });

  it('leave out empty items, and report them', () => {
    const items = [null, { identifier: 'a', fullStatement: 'Ask' }, { identifier: null, fullStatement: null }];
    const { framework, faults } = readFramework(JSON.stringify({ CFDocument: { identifier: 'd', title: 'x' }, CFItems: items }));
    expect([faults, framework?.items.map(({ title }) => title)]).toEqual([undefined, ['Ask']]);
    expect(framework?.unmapped[0]).toMatchObject({ what: '2 empty items not kept' });
  });

  it('are refused with a lost character (U+FFFD), even as a JSON escape', () => {
    const text = JSON.stringify({ CFDocument: { identifier: 'd', title: 'x' }, CFItems: [{ identifier: 'a', fullStatement: 'Qualit\ufffdt' }] });
    expect(readFramework(text.replace('\ufffd', '\\ufffd')).faults).toEqual([{ path: '', message: expect.stringContaining('U+FFFD') }]);
  });
});
