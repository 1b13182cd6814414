import fc from 'fast-check';
import { assertProperty } from '../../../test/support/property.js';
import { readCase } from './read-case.js';

type Fields = Readonly<Record<string, unknown>>;
const DOC = '5c1a7e40-0000-4000-8000-000000000000';
const link = (identifier: string) => ({ title: identifier, identifier, uri: `https://case.example.org/uri/${identifier}` });
const item = (identifier: string, fullStatement: string, more: Fields = {}) => ({ identifier, uri: link(identifier).uri, fullStatement, ...more });
const below = (child: string, parent: string, sequenceNumber?: number) => ({
  identifier: `${child}-${parent}`,
  associationType: 'isChildOf',
  originNodeURI: link(child),
  destinationNodeURI: link(parent),
  ...(sequenceNumber !== undefined && { sequenceNumber }),
});
const packaged = (CFItems: readonly unknown[], CFAssociations: readonly unknown[] = [], more: Fields = {}) => ({
  CFDocument: { identifier: DOC, title: 'Sailing' },
  CFItems,
  CFAssociations,
  ...more,
});
const read = (value: unknown) => readCase(value).framework ?? fail(readCase(value).faults);
const faults = (value: unknown) => readCase(value).faults ?? [];
const titles = (value: unknown) => read(value).items.map(({ title }) => title);
const unmapped = (value: unknown) => read(value).unmapped.map(({ what, why }) => `${what}: ${why}`);

/** As a publisher's server answers GET /ims/case/v1p1/CFPackages/{id}. */
const SAILING = {
  CFDocument: {
    identifier: DOC,
    uri: link(DOC).uri,
    creator: 'The Harbour',
    title: 'Sailing for beginners',
    lastChangeDateTime: '2026-01-05T10:00:00+00:00',
    caseVersion: '1.1',
    adoptionStatus: 'Adopted',
    licenseURI: link('lic'),
  },
  CFItems: [
    item('tacking', 'Turn the bow through the wind without losing way', {
      abbreviatedStatement: 'Tacking',
      humanCodingScheme: 'S.1.2',
      notes: 'Asked in every exam.',
      CFItemType: 'Skill',
      educationLevel: ['01', '02'],
      conceptKeywords: ['wind'],
    }),
    item('sea', 'At sea', { humanCodingScheme: 'S.1', CFItemType: 'Domain' }),
    item('land', 'On land', { CFItemType: 'Domain', notes: 'Before anybody gets wet.' }),
    item('knots', 'Tie a bowline', { CFItemType: 'Skill', abbreviatedStatement: null, colour: 'red' }),
    item('jibing', 'Jibing', { CFItemType: 'Skill' }),
  ],
  CFAssociations: [
    below('sea', DOC, 2),
    below('land', DOC, 1),
    below('jibing', 'sea', 2),
    below('tacking', 'sea', 1),
    below('knots', 'land'),
    { ...below('jibing', 'tacking'), associationType: 'isRelatedTo' },
    { ...below('tacking', 'jibing'), associationType: 'precedes' },
    { ...below('knots', 'elsewhere'), associationType: 'exactMatchOf' },
    { ...below('jibing', 'elsewhere'), associationType: 'exactMatchOf' },
    { ...below('jibing', 'elsewhere'), associationType: 'ext:tiedTo' },
  ],
  CFDefinitions: { CFConcepts: [], CFSubjects: [{ title: 'Sport' }], CFLicenses: [{ title: 'CC BY' }, { title: 'CC0' }] },
  CFRubrics: [{ title: 'How well they sail' }],
};

describe('a CASE package', () => {
  it('is read as its leaves, in the order of the tree, each below the titles of its groups', () => {
    const { items, ...framework } = read(SAILING);
    expect(framework).toMatchObject({ format: 'case', title: 'Sailing for beginners' });
    expect(items).toEqual([
      { id: 'knots', code: '', title: 'Tie a bowline', description: '', path: ['On land'], order: 1 },
      {
        id: 'tacking',
        code: 'S.1.2',
        title: 'Tacking',
        description: 'Turn the bow through the wind without losing way\n\nAsked in every exam.',
        path: ['At sea'],
        order: 2,
      },
      { id: 'jibing', code: '', title: 'Jibing', description: '', path: ['At sea'], order: 3 },
    ]);
  });

  it('names everything that a level has no place for', () => {
    expect(unmapped(SAILING)).toEqual([
      '2 groups: “On land”, “At sea”: Only what has nothing below it becomes a skill; the title of a group stands in the descriptions of the skills below it',
      'What 1 group says beyond a title: A group is context here, not a skill',
      '2 associations of kind exactMatchOf: Daymark has no such link between skills',
      '1 association of kind isRelatedTo: Daymark has no such link between skills',
      '1 association of kind precedes: Which skill comes first is for a plan to say',
      '1 association of kind “ext:tiedTo”: Daymark has no such link between skills',
      'Kinds of 5 items: Whatever has nothing below it becomes a skill',
      'Education levels of 1 item: Whom it is for is said once, by the level that it comes onto',
      'Keywords of 1 item: Skills have no keywords',
      'Identifiers, addresses and dates of change of 5 items: A skill is known by its slug; keep the file to find the way back',
      'Other fields of items: “colour”: They are no part of CASE 1.1',
      'What the framework says of itself: “uri”, “creator”, “lastChangeDateTime”, “caseVersion”, “adoptionStatus”: ' +
        'Only skills come onto a level; the title of the framework stands in their descriptions',
      'The licence of the framework: A curriculum keeps no licences: see that it allows what you do with it, and whom it wants named',
      'Definitions: 1 “CFSubjects”, 2 “CFLicenses”: Daymark keeps no lists of concepts, subjects, kinds, groupings or licences',
      '1 rubric: Projects have conditions that must be true, not criteria with levels',
    ]);
  });

  it('needs no associations: then every item stands at the top, as the file has it', () => {
    expect(titles({ CFDocument: { identifier: DOC, title: 'Flat' }, CFItems: [item('b', 'Second'), item('a', 'First')] })).toEqual(['Second', 'First']);
  });

  it('puts items without a sequence number behind those with one', () => {
    const some = packaged([item('a', 'A'), item('b', 'B'), item('c', 'C')], [below('a', DOC), below('b', DOC, 7), below('c', DOC, -1)]);
    expect(titles(some)).toEqual(['C', 'B', 'A']);
  });

  it('takes links that are bare addresses, and GUIDs in either case', () => {
    const associations = [
      { associationType: 'isChildOf', originNodeURI: 'https://x.example/uri/LEAF', destinationNodeURI: { uri: 'https://x.example/uri/group' } },
    ];
    const [only] = read(packaged([item('Leaf', 'Leaf'), item('GROUP', 'Group')], associations)).items;
    expect(only).toMatchObject({ id: 'leaf', path: ['Group'] });
  });

  it('leaves an item where the file puts it first, and says so', () => {
    const two = packaged([item('a', 'A'), item('x', 'X'), item('y', 'Y')], [below('a', DOC), below('a', 'y'), below('a', 'x'), below('a', 'y')]);
    expect(read(two).items.map(({ title, path }) => [title, path])).toEqual([
      ['X', []],
      ['A', ['Y']],
    ]);
    expect(unmapped(two)).toContainEqual(expect.stringMatching(/^1 further place of items: /));
  });

  it('puts what stands below something in no file at the top, and says so', () => {
    const lost = packaged([item('a', 'A')], [below('a', 'nowhere'), below('nobody', 'a'), { associationType: 'isChildOf', originNodeURI: 7 }]);
    expect(titles(lost)).toEqual(['A']);
    expect(unmapped(lost)).toContainEqual(expect.stringMatching(/^3 associations of kind isChildOf to or from something that is not in this file: /));
  });

  it('keeps the words of a statement that is HTML, and Markdown as it reads', () => {
    const html = packaged([item('a', '<p>Read <b>wind</b> &amp; tide</p>'), item('b', 'When x < 5 and **y** > 3')]);
    expect(titles(html)).toEqual(['Read wind & tide', 'When x < 5 and **y** > 3']);
    expect(unmapped(html)).toContainEqual(expect.stringMatching(/^The formatting, pictures, links and hidden parts of 1 text: /));
  });

  it('leaves out what cannot be shown, and items without words, and says both', () => {
    const odd = packaged([item('a', 'Bell\u0007 and\ud800 half\r\na character'), item('b', ' ', { humanCodingScheme: 'S.9' })]);
    expect(titles(odd)).toEqual(['Bell and half a character']);
    expect(unmapped(odd)).toContainEqual('Characters that cannot be shown, in 1 text: They are left out');
    expect(unmapped(odd)).toContainEqual('1 item without words: “S.9”: A skill needs a title, and a code alone is none');
  });

  it('cuts a long statement for the title and keeps it whole in the description', () => {
    const statement = 'Sail on. '.repeat(40).trim();
    const [only] = read(packaged([item('a', statement)])).items;
    expect(only?.title).toMatch(/^Sail on\. .*…$/);
    expect(only?.title.length).toBeLessThanOrEqual(200);
    expect(only?.description).toBe(statement);
  });
});

describe('a CASE package that its publisher writes otherwise', () => {
  it('is read inside of a wrapper, which is named', () => {
    for (const wrapped of [{ CFPackage: SAILING }, { data: { CFPackage: SAILING }, status: 'ok' }, [SAILING], { CFPackages: [SAILING] }])
      expect(titles(wrapped)).toEqual(['Tie a bowline', 'Tacking', 'Jibing']);
    expect(unmapped({ data: { CFPackage: SAILING }, status: 'ok' }).slice(0, 2)).toEqual([
      'The wrapper “data”, “CFPackage”: Only the package in it is read',
      'What is next to the package: “status”: It isn’t part of the package',
    ]);
    expect(faults({ CFPackages: [SAILING, SAILING] })).toEqual([{ path: '', message: 'Holds 2 frameworks: import one at a time' }]);
  });

  it('counts numbers in quotes, and identifiers that are numbers', () => {
    const quoted = packaged(
      [item('a', 'A'), item('b', 'B'), { ...item('c', 'C'), identifier: 7 }],
      [
        { ...below('a', DOC), sequenceNumber: '2' },
        { ...below('b', DOC), sequenceNumber: ' 1,5 ' },
        { ...below('7', DOC), originNodeURI: { identifier: 7 }, sequenceNumber: 'first', associationType: 'ISCHILDOF' },
      ],
    );
    expect(titles(quoted)).toEqual(['B', 'A', 'C']);
    expect(unmapped(quoted).slice(0, 2)).toEqual([
      'Sequence numbers of 2 associations, written as text: They count as numbers',
      'Invalid sequence numbers of 1 association: The items come after those with a number',
    ]);
  });

  it('names associations that say nothing, and items that are there twice', () => {
    const silent = packaged([item('a', 'A'), item('a', 'A')], [{}, 'a', null, { ...below('a', DOC), associationType: null }]);
    expect(titles(silent)).toEqual(['A']);
    expect(unmapped(silent).slice(0, 2)).toEqual([
      '1 item in the file twice: The second copy is identical',
      '4 associations not kept: without a kind: It has no meaning. The items go where other associations put them, or at the top',
    ]);
  });

  it('may have lists that came from XML', () => {
    expect(titles({ CFDocument: { identifier: DOC, title: 'X' }, CFItems: { CFItem: [item('a', 'A'), item('b', 'B')] } })).toEqual(['A', 'B']);
    expect(titles({ CFDocument: { identifier: DOC, title: 'X' }, CFItems: item('a', 'A') })).toEqual(['A']);
  });
});

describe('a CASE package with faults', () => {
  it.each([
    ['an identifier twice', packaged([item('a', 'A'), item('A', 'B')]), 'CFItems.1', 'The identifier "a" is used by CFItems.0 already'],
    ['an item without an identifier', packaged([{ fullStatement: 'A' }]), 'CFItems.0.identifier', 'Is missing'],
    ['an identifier with a bell', packaged([item('a\u0007', 'A')]), 'CFItems.0.identifier', 'Holds a character that cannot be shown'],
    ['a statement that is a number', packaged([item('a', 7 as never)]), 'CFItems.0.fullStatement', 'Must be text'],
    ['items that are no list', packaged('all' as never), 'CFItems', 'Must be a list'],
    ['no document', { CFItems: [item('a', 'A')] }, 'CFDocument', 'Is missing'],
    ['no items', packaged([]), 'CFItems', 'Holds no item that could become a skill'],
    ['an item that is the document', packaged([item(DOC, 'A')]), 'CFItems.0.identifier', 'Is the identifier of the document itself'],
    ['too many items', packaged(Array(50_001).fill(0)), 'CFItems', 'Has more than 50,000 entries'],
    ['an item below itself', packaged([item('a', 'A')], [below('a', 'a')]), 'CFItems.0', 'An item cannot stand below itself: A below A'],
  ])('is refused: %s', (_, value, path, message) => {
    expect(readCase(value)).toEqual({ faults: [{ path, message }] });
  });

  it('is told of a circle once, at one item, however many lead into it', () => {
    const circle = packaged(
      ['x', 'a', 'b', 'c', 'alone'].map((id) => item(id, id.toUpperCase())),
      [below('x', 'a'), below('a', 'b'), below('b', 'c'), below('c', 'a')],
    );
    expect(faults(circle)).toEqual([{ path: 'CFItems.1', message: 'An item cannot stand below itself: A below B below C below A' }]);
  });

  it('is refused when it is nested without measure, and quickly', () => {
    const many = Array.from({ length: 50_000 }, (_, i) => item(`i${i}`, `Item ${i}`));
    const chain = many.slice(1).map((_, i) => below(`i${i + 1}`, `i${i}`));
    expect(faults(packaged(many, chain))).toEqual([{ path: 'CFItems.21', message: 'Stands below more than 20 others, as do 49,978 more' }]);
    expect(faults(packaged(many, [...chain, below('i0', 'i49999')]))).toHaveLength(1);
  });

  it('names no more faults than anybody reads', () => {
    const many = faults(packaged(Array(3_000).fill({})));
    expect(many).toHaveLength(1_001);
    expect(many.at(-1)).toEqual({ path: '', message: 'And 2000 more faults' });
  });

  it('is read or refused, never anything else, whatever its parts are', () => {
    const id = fc.constantFrom('a', 'b', 'c', DOC, '__proto__', 'constructor');
    const anything = fc.oneof(fc.jsonValue(), id);
    const anItem = fc.record({ identifier: fc.oneof({ weight: 9, arbitrary: id }, anything), fullStatement: anything, notes: anything }, { requiredKeys: [] });
    const association = fc.record({
      associationType: fc.constantFrom('isChildOf', 'precedes', 7),
      originNodeURI: fc.oneof(id, anything),
      destinationNodeURI: fc.oneof(id, anything),
    });
    assertProperty(
      fc.property(
        fc.array(fc.oneof(anItem, anything)),
        fc.array(fc.oneof(association, anything)),
        fc.dictionary(fc.string(), anything),
        (items, associations, more) => {
          const { framework, faults: found } = readCase(JSON.parse(JSON.stringify({ ...more, ...packaged(items, associations) })));
          expect(Boolean(framework)).toBe(!found);
          if (found) expect(found.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});

function fail(why: unknown): never {
  throw new Error(JSON.stringify(why));
}
