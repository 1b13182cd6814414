import { readFramework } from './read-framework.js';

const PACKAGE = { CFDocument: { identifier: 'd', title: 'Sailing' }, CFItems: [{ identifier: 'a', fullStatement: 'Knots' }] };
const HEADER = 'Parent ID number,ID number,Short name,Is framework';
const only = (text: string) => readFramework(text).faults ?? [];

describe('a file of a framework', () => {
  it.each([
    ['CASE', JSON.stringify(PACKAGE), 'case'],
    ['CASE, indented, with a byte order mark', `\ufeff\n${JSON.stringify(PACKAGE, null, 2)}`, 'case'],
    ['Moodle', `${HEADER}\n,S,Sailing,1\n,a,Knots,\n`, 'moodle'],
    ['Moodle, with a byte order mark', `\ufeff${HEADER}\r\n,S,Sailing,1\r\n,a,Knots,0\r\n`, 'moodle'],
  ])('is known by how it begins: %s', (_, text, format) => {
    expect(readFramework(text).framework).toMatchObject({ format, title: 'Sailing', items: [{ title: 'Knots' }] });
  });

  it.each([
    ['nothing at all', ' \n\ufeff', /^The file is empty$/],
    ['more than 10 MB', ' '.repeat(10 * 1024 * 1024 + 1), /larger than 10 MB/],
    ['JSON of another kind', '{"levels": []}', /^Is neither a CASE package .* nor a competency framework/],
    ['a list', '[]', /^Is neither/],
    ['CSV of another kind', 'name,weight\nKnots,3\n', /^Is neither/],
    ['prose', 'Dear learner,\n"hello', /^Is neither/],
    ['JSON that ends too early', '{"CFDocument": {', /^The file ends in the middle/],
    ['broken JSON', '{"CFDocument": 1,\n\n"CFItems" 2}', /^Line 3: This is not valid JSON$/],
    ['broken JSON, with words that nobody should repeat', '{"CFDocument": \u0007}', /^(Line 1: This|The file) is not valid JSON$/],
    ['a million brackets', '['.repeat(1_000_000), /^The file ends in the middle|nested too deeply/],
    ['ten million commas', ','.repeat(10_000_000), /^Is neither/],
    ['a million empty lines with a header far below', `${'\n'.repeat(1_000_000)}${HEADER}`, /^Is neither/],
  ])('is refused when it is %s', (_, text, message) => {
    expect(only(text)).toEqual([{ path: '', message: expect.stringMatching(message) }]);
  });

  it('is read past parts of it that are nested without measure, which nothing here looks into', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect(readFramework(JSON.stringify(PACKAGE).replace(/}$/, `,"extensions":${deep}}`)).framework?.unmapped).toContainEqual(
      expect.objectContaining({ what: 'Other parts of the package: “extensions”' }),
    );
  });

  it('brings no prototype along', () => {
    const text = JSON.stringify(PACKAGE).replace('"fullStatement"', '"__proto__":{"fullStatement":"Polluted"},"constructor":"x","fullStatement"');
    const { framework } = readFramework(text);
    expect(framework?.items).toMatchObject([{ title: 'Knots' }]);
    expect(framework?.unmapped).toContainEqual(expect.objectContaining({ what: 'Other fields of items: “__proto__”, “constructor”' }));
    expect(({} as { fullStatement?: string }).fullStatement).toBeUndefined();
  });
});
