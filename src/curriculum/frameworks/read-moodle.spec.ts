import fc from 'fast-check';
import { assertProperty } from '../../../test/support/property.js';
import { readMoodle } from './read-moodle.js';

const HEADER =
  '"Parent ID number","ID number","Short name",Description,"Description format","Scale values","Scale configuration","Rule type (optional)",' +
  '"Rule outcome (optional)","Rule config (optional)","Cross-referenced competency ID numbers","Exported ID (optional)","Is framework",Taxonomy';
const SCALE = '"Not yet competent,Competent","[{""scaleid"":""2""},{""id"":2,""scaledefault"":1,""proficient"":1}]"';
const FRAMEWORK = `,SAIL,Sailing,"<p>All of it.</p>",1,${SCALE},,,,,,1,"domain,competency"`;

/** As Moodle exports it. */
const SAILING = `${HEADER}
${FRAMEWORK}
,S1,"On land",,1,,,,0,null,,11,,
S1,S1.1,Knots,"<p dir=""ltr"">Tie a <strong>bowline</strong> &amp; a hitch.</p>
<ul><li>by day</li><li>by night</li></ul>",1,,,,0,null,S2.1,12,,
,S2,"At sea","<p>Now it gets wet.</p>",1,,,core_competency\\competency_rule_all,3,null,,13,,
S2,S2.1,Tacking,,1,${SCALE},,0,null,"S1.1,S2%2C9",14,,
`;
/** A table with the given rows after the framework: parent, id, short name, description. */
const table = (...rows: readonly (readonly string[])[]) =>
  [
    HEADER,
    FRAMEWORK,
    ...rows.map(([parent = '', id = '', name = '', text = '', format = '1']) => `${[parent, id, name, text, format].map(quoted).join(',')},,,,,,,,,`),
  ].join('\r\n');
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const read = (text: string) => readMoodle(text).framework ?? fail(readMoodle(text).faults);
const faults = (text: string) => readMoodle(text).faults ?? [];
const titles = (text: string) => read(text).items.map(({ title }) => title);
const unmapped = (text: string) => read(text).unmapped.map(({ what, why }) => `${what}: ${why}`);

describe('a competency framework of Moodle', () => {
  it('is read as its leaves, in the order of the rows, with descriptions in plain text', () => {
    const { items, ...framework } = read(SAILING);
    expect(framework).toMatchObject({ format: 'moodle', title: 'Sailing' });
    expect(items).toEqual([
      { id: 'S1.1', code: 'S1.1', title: 'Knots', description: 'Tie a bowline & a hitch.\n\n- by day\n- by night', path: ['On land'], order: 1 },
      { id: 'S2.1', code: 'S2.1', title: 'Tacking', description: '', path: ['At sea'], order: 2 },
    ]);
  });

  it('names everything that a level has no place for', () => {
    expect(unmapped(SAILING)).toEqual([
      '2 groups: “On land”, “At sea”: Only what has nothing below it becomes a skill; the title of a group stands in the descriptions of the skills below it',
      'What 1 group says beyond a title: A group is context here, not a skill',
      'The formatting, pictures, links and hidden parts of 2 texts: Descriptions are plain text; their words are kept',
      'The scales of 2 rows: How well a skill is known is measured by practice and reviews, on one scale for all',
      'The rules of 1 competency: A skill is not completed by rule: readiness is computed',
      '3 cross-references: Daymark has no such link between skills',
      'The taxonomy “domain,competency”: All that has nothing below it becomes a skill, whatever it is called',
      'The description of the framework: Only skills come onto a level; the title of the framework stands in their descriptions',
      'Exported IDs of 4 competencies: They mean something to one Moodle only',
    ]);
  });

  it('is the same once a spreadsheet has saved it, with its own separators, line ends and byte order mark', () => {
    const simple = table(['', 'A', 'Knots', 'Tie them.'], ['', 'B', 'Tacking', 'Turn.']);
    const { items } = read(simple);
    expect(read(`\ufeff${simple.replaceAll('","', '";"').replaceAll(',', ';')}`.replaceAll('\r\n', '\n')).items).toEqual(items);
    expect(read(simple.replaceAll(',', '\t').replaceAll('\r\n', '\r')).items).toEqual(items);
  });

  it('is read by the names of its columns, in any order, without those that are optional, and names the others', () => {
    const text = 'Is framework,Colour,Short name,ID number,Parent ID number\n1,,Sailing,SAIL,\n,red,Knots,A,\n,,Bowline,B,A\n';
    expect(read(text).items).toMatchObject([{ id: 'B', title: 'Bowline', path: ['Knots'] }]);
    expect(unmapped(text)).toContainEqual('Other columns: “Colour”: Moodle does not know them either');
  });

  it('is read by position where Moodle speaks another language', () => {
    const german = SAILING.replace('"Parent ID number","ID number","Short name"', '"ID-Nummer (übergeordnet)",ID-Nummer,Kurzname').replace(
      'Is framework',
      'Ist Rahmen',
    );
    expect(read(german)).toEqual(read(SAILING));
  });

  it('takes the framework for the parent of what stands at the top, and puts there what stands below nothing', () => {
    const text = table(['SAIL', 'A', 'Knots'], ['gone', 'B', 'Tacking']);
    expect(titles(text)).toEqual(['Knots', 'Tacking']);
    expect(unmapped(text)).toContainEqual('The parent of 1 competency: It is not in this file, so they stand at the top');
  });

  it('leaves a description as it is that says it is plain text or Markdown', () => {
    const text = table(['', 'A', 'HTML', 'The <b> tag &amp; more', '2'], ['', 'B', 'Markdown', '- <b>one</b>\n- two', '4'], ['', 'C', 'Auto', 'a < b', '0']);
    expect(read(text).items.map(({ description }) => description)).toEqual(['The <b> tag &amp; more', '- <b>one</b>\n- two', 'a < b']);
  });

  it('passes over rows with nothing in them', () => {
    expect(titles(`${table(['', 'A', 'Knots'])}\n\n${','.repeat(13)}\n`)).toEqual(['Knots']);
  });

  it('names competencies without a name and leaves them out', () => {
    expect(unmapped(table(['', 'A', 'Knots'], ['', 'B', ' ', 'Says much.']))).toContainEqual(expect.stringMatching(/^1 item without words: “B”: /));
  });
});

describe('a competency framework with faults', () => {
  it.each([
    ['no row that is the framework', SAILING.replace('1,"domain,competency"', ',"domain,competency"'), '', /^No row is marked as the framework/],
    ['two frameworks', `${SAILING}${FRAMEWORK}\n`, 'Row 7', /^Is a framework of its own, as row 2 is/],
    ['a competency without an ID number', table(['', '', 'Knots']), 'Row 3', /^Has no ID number$/],
    ['an ID number twice', table(['', 'A', 'Knots'], ['', 'A', 'Tacking']), 'Row 4', /^The identifier "A" is used by Row 3 already$/],
    ['a circle', table(['B', 'A', 'Knots'], ['A', 'B', 'Tacking']), 'Row 3', /^An item cannot stand below itself: Knots below Tacking below Knots$/],
    ['no competency', table(), '', /^Holds no competency/],
    ['a quote that is never closed', `${SAILING},"S3`, '', /^Line \d+: A quote is opened and never closed$/],
    ['a quote in a quoted text', `${SAILING},"S"3",`, '', /^Line \d+: A quote inside a quoted text must be written twice$/],
    ['another header', 'a,b\n1,2', '', /does not begin with the header/],
    ['nothing but the header', HEADER, '', /^No row is marked/],
  ])('is refused: %s', (_, text, path, message) => {
    expect(faults(text)).toEqual([{ path, message: expect.stringMatching(message) }]);
  });

  it('is refused with more rows than anybody has', () => {
    expect(faults(`${HEADER}\n${'a,b,c,d,e,f,g,h,i,j,k,l,m,n\n'.repeat(60_000)}`)).toEqual([{ path: '', message: 'Has more than 50,000 competencies' }]);
  });

  it('is read or refused, never anything else, whatever stands in its cells', () => {
    const cell = fc.oneof(fc.constantFrom('', 'A', 'B', 'SAIL', '__proto__', '"', '<p', '&#xD800;'), fc.string({ unit: 'binary' }));
    assertProperty(
      fc.property(fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { maxLength: 6 }), fc.string(), (rows, tail) => {
        const { framework, faults: found } = readMoodle(`${table(...rows)}${tail}`);
        expect(Boolean(framework)).toBe(!found);
      }),
    );
  });
});

function fail(why: unknown): never {
  throw new Error(JSON.stringify(why));
}
