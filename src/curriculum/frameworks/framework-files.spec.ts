import { readdirSync, readFileSync } from 'node:fs';
import { textOf } from '../../platform/text/text-of.js';
import { readFramework } from './read-framework.js';

const read = (name: string) => readFramework(textOf(readFileSync(`test/fixtures/frameworks/${name}`)).text);
const titles = (name: string) => read(name).framework?.items.map(({ title }) => title);
const told = (name: string) => (read(name).framework?.unmapped ?? []).map(({ what }) => what);

describe('frameworks as people have them', () => {
  it.each([
    ['01-plain.json', ['Clean data', 'Collect data']],
    ['03-sequence-string.json', ['Clean data', 'Collect data']],
    ['06-association-null-type.json', ['Collect data', 'Clean data']],
    ['07-association-case.json', ['Clean data', 'Collect data']],
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
  ])('are read: %s', (name, wanted) => {
    expect([read(name).faults, titles(name)]).toEqual([undefined, wanted]);
  });

  it('name what was taken otherwise than it is written', () => {
    expect(told('06-association-null-type.json').join()).toContain('not kept');
    expect(told('25-moodle-short-rows.csv')).toContain('2 rows with fewer fields than the header');
    expect(told('29-moodle-leading-zero.csv')).toContain('The parent of 1 competency, found by another spelling');
    expect(told('30-moodle-backslash-quote.csv')).toContain('Quotes escaped with a backslash');
  });

  it('are read or refused in words, every one of them', () => {
    for (const name of readdirSync('test/fixtures/frameworks')) {
      const { framework, faults } = read(name);
      expect([name, framework ? framework.items.length > 0 : faults.every(({ message }) => message.length > 10)]).toEqual([name, true]);
    }
  });

  it('hold no lost character, spelled out or not', () => {
    const text = JSON.stringify({ CFDocument: { identifier: 'd', title: 'x' }, CFItems: [{ identifier: 'a', fullStatement: 'Qualit\ufffdt' }] });
    expect(readFramework(text.replace('\ufffd', '\\ufffd')).faults).toEqual([{ path: '', message: expect.stringContaining('U+FFFD') }]);
  });
});
