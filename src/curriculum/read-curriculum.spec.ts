import fc from 'fast-check';
import { stringify } from 'yaml';
import { assertProperty } from '../../test/support/property.js';
import { CurriculumDocument } from './curriculum-document.contract.js';
import { readCurriculum } from './read-curriculum.js';

/** The smallest curriculum with one level that is open; a test changes what it is about. */
const SMALL = `
slug: sailing
title: Sailing
host: The Harbour
summary: Learn to sail.
assessment: You sail.
levels:
  - slug: dinghy
    title: Dinghy
    track: Beginner
    order: 1
    summary: One sail, one hull.
    basis: estimate
    skills:
      - { slug: knots, title: Knots, description: Tie them., weightPercent: 40, effortMinutes: 60 }
      - { slug: tacking, title: Tacking, description: Turn into the wind., weightPercent: 60, effortMinutes: 90 }
    projects:
      - { slug: round-the-buoy, title: Round the buoy, description: Sail round it., shows: [tacking], effortMinutes: 120 }
    planTemplates:
      - slug: a-week
        title: A week
        summary: Every day.
        minDays: 7
        maxDays: 7
        needed: true
        phases:
          - { title: On land, summary: Tie., sharePercent: 30, focus: [knots] }
          - { title: At sea, summary: Sail., sharePercent: 70, focus: [tacking, round-the-buoy] }
`;
const HULL = { title: 'Hull', track: 'Expert', order: 2, summary: 'Bigger.' };
const after = (change: (text: string) => string) => readCurriculum(change(SMALL)).faults;
/** The small one as values, for faults that are easier to make there. */
const small = () => readCurriculum(SMALL).document ?? fail();

describe('reading a curriculum', () => {
  it('fills in what is absent', () => {
    expect(small()).toMatchObject({ questions: [], levels: [{ optional: false, mistakes: [], projects: [{ acceptance: [] }] }] });
  });

  it('takes JSON for the same', () => {
    expect(readCurriculum(JSON.stringify(small(), null, '\t'))).toEqual({ document: small() });
  });

  it('does not mind how lines end', () => {
    expect(readCurriculum(SMALL.replaceAll('\n', '\r\n'))).toEqual({ document: small() });
  });

  it.each([
    ['a key nobody knows', 'host:', 'hoast: x\nhost:', 'hoast', 'Is not a key of a curriculum here'],
    ['a key left out', 'host: The Harbour\n', '', 'host', 'Is missing'],
    ['a key without a value', 'host: The Harbour', 'host:', 'host', 'Is empty'],
    ['a slug with spaces', 'slug: dinghy', 'slug: The Dinghy', 'levels.0.slug', 'Must be lower-case words joined by hyphens, as in ml-lifecycle'],
    ['a skill twice', 'slug: tacking', 'slug: knots', 'levels.0.skills.1.slug', 'The slug "knots" is used by levels.0.skills.0 already'],
    [
      'a project named like a skill',
      'slug: round-the-buoy',
      'slug: knots',
      'levels.0.projects.0.slug',
      'The slug "knots" belongs to a skill of this level already',
    ],
    ['a project that shows nothing known', 'shows: [tacking]', 'shows: [jibing]', 'levels.0.projects.0.shows.0', 'There is no skill "jibing" in this level'],
    [
      'a skill after nothing known',
      'effortMinutes: 90 }',
      'effortMinutes: 90, after: [jibing] }',
      'levels.0.skills.1.after.0',
      'There is no skill "jibing" in this level',
    ],
    [
      'a skill after itself',
      'effortMinutes: 90 }',
      'effortMinutes: 90, after: [tacking] }',
      'levels.0.skills.1.after',
      'A skill cannot come before itself: tacking needs tacking',
    ],
    [
      'a phase about nothing known',
      'focus: [knots]',
      'focus: [jibing]',
      'levels.0.planTemplates.0.phases.0.focus.0',
      'There is no skill or project "jibing" in this level',
    ],
    ['weights that miss 100', 'weightPercent: 60', 'weightPercent: 55', 'levels.0.skills', 'The weights must sum to 100, they sum to 95'],
    [
      'a weight left out',
      'weightPercent: 60, ',
      '',
      'levels.0.skills.1.weightPercent',
      'Is missing: every skill and project needs it once the level has weights',
    ],
    [
      'an effort left out',
      ', effortMinutes: 90',
      '',
      'levels.0.skills.1.effortMinutes',
      'Is missing: every skill and project needs it once the level has weights',
    ],
    ['weights from nowhere', 'basis: estimate', '', 'levels.0.basis', 'Is missing: say whether the weights are published or an estimate'],
    ['shares that miss 100', 'sharePercent: 70', 'sharePercent: 80', 'levels.0.planTemplates.0.phases', 'The shares must sum to 100, they sum to 110'],
    ['a span that runs backwards', 'maxDays: 7', 'maxDays: 5', 'levels.0.planTemplates.0.maxDays', 'Is 5, below minDays of 7'],
  ])('refuses %s', (_, part, instead, path, message) => {
    expect(after((text) => text.replace(part, instead))).toContainEqual({ path, message });
  });

  it('refuses every reference to a level that is not there', () => {
    const document = {
      ...small(),
      jobRoles: [{ slug: 'skipper', title: 'Skipper', summary: 'Leads.', recommended: [{ level: 'yacht' }, { external: 'Radio' }] }],
      learningPaths: [{ slug: 'racing', title: 'Racing', focus: 'Speed.', levels: ['yacht'], basis: 'estimate' }],
      nextCertifications: { sameTrack: [], crossTrack: [{ name: 'Yacht', level: 'yacht' }], leadership: [] },
    };
    document.levels[0]!.next = { sameTrack: { name: 'Yacht', level: 'yacht' } };
    document.levels[0]!.prerequisites = [{ kind: 'level', level: 'yacht', text: 'First that.', rule: 'enforced' }];
    const paths = [
      'jobRoles.0.recommended.0',
      'learningPaths.0.levels.0',
      'levels.0.next.sameTrack',
      'levels.0.prerequisites.0',
      'nextCertifications.crossTrack.0',
    ];
    const expected = paths.map((path) => ({ path: path.endsWith('levels.0') ? path : `${path}.level`, message: 'There is no level "yacht"' }));
    expect(readCurriculum(stringify(document)).faults).toEqual(expected);
  });

  it('refuses levels that come before each other, and names the circle', () => {
    const needs = (level: string) => [{ kind: 'level', level, text: 'First that.', rule: 'recommended' }];
    const document = small();
    const circle = [
      { ...document.levels[0], prerequisites: needs('yacht') },
      { ...HULL, slug: 'yacht', prerequisites: needs('ship') },
      { ...HULL, slug: 'ship', prerequisites: needs('dinghy') },
    ];
    expect(readCurriculum(stringify({ ...document, levels: circle })).faults).toEqual([
      { path: 'levels.0.prerequisites', message: 'A level cannot come before itself: dinghy needs yacht needs ship needs dinghy' },
    ]);
  });

  it('takes a level without any weight, which is not open yet', () => {
    const level = { ...HULL, slug: 'yacht', skills: [{ slug: 'radar', title: 'Radar', description: 'Read it.' }] };
    expect(readCurriculum(stringify({ ...small(), levels: [level] })).document?.levels[0]).toMatchObject({ projects: [] });
  });

  it('tells all faults at once, wrong shapes and wrong references alike', () => {
    const faults = after((text) =>
      text.replace('title: Sailing', 'title: 7').replace('weightPercent: 60', 'weightPercent: lots').replace('shows: [tacking]', 'shows: [jibing]'),
    );
    expect(faults?.map(({ path }) => path)).toEqual([
      'levels.0.projects.0.shows.0',
      'levels.0.skills',
      'levels.0.skills.1.weightPercent',
      'levels.0.skills.1.weightPercent',
      'title',
    ]);
  });

  it('gives back any document it takes', () => {
    const slug = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/), { minLength: 2, maxLength: 6 });
    const prose = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }).map((text) => `A ${text}`.trim());
    assertProperty(
      fc.property(
        slug,
        prose,
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 60_000 }),
        ([one = '', two = '', ...more], text, weightPercent, effortMinutes) => {
          const skill = (at: string, weight: number) => ({ slug: at, title: text, description: text, weightPercent: weight, effortMinutes });
          const level = {
            ...HULL,
            summary: text,
            basis: 'published' as const,
            slug: one,
            skills: [skill(one, weightPercent), skill(two, 100 - weightPercent)],
          };
          const questions = more.map((at) => ({ slug: at, group: 'general' as const, question: text, answer: text }));
          const document = CurriculumDocument.parse({ ...small(), levels: [level], questions });
          expect(readCurriculum(stringify(document))).toEqual({ document });
          expect(readCurriculum(JSON.stringify(document))).toEqual({ document });
        },
      ),
    );
  });
});

describe('a file that cannot be read', () => {
  const only = (text: string) => readCurriculum(text).faults ?? [];

  it('is told by line', () => {
    expect(only('slug: sailing\ntitle: "Sail')).toEqual([{ path: '', message: expect.stringMatching(/^Line 2: /) }]);
  });

  it('may not say a key twice', () => {
    expect(only('slug: sailing\ntitle: Sailing\nslug: rowing')).toEqual([{ path: '', message: 'Line 3: The key "slug" is there twice' }]);
  });

  it.each(['slug: !!js/function x', 'slug: !own x', '!own { slug: x }'])('may not bring tags of its own: %s', (text) => {
    expect(only(text)).toEqual([{ path: '', message: expect.stringMatching(/^Line 1: .*tag/i) }]);
  });

  it('may not multiply itself', () => {
    const rows = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefghi'.split('').map((key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(', ')}]`),
    ];
    expect(only(rows.join('\n'))).toEqual([{ path: '', message: expect.stringContaining('aliases') }]);
  });

  it.each([
    ['an alias that leads nowhere', 'slug: *nobody', /alias/i],
    ['nothing at all', ' \n', /empty/],
    ['two documents', 'slug: a\n---\nslug: b', /document/],
    ['more than 10 MB', `slug: ${'x'.repeat(10 * 1024 * 1024)}`, /larger than 10 MB/],
    ['a million brackets', '['.repeat(1_000_000), /nested too deeply/],
    ['a list', '- slug: a', /expected object/i],
  ])('may not be %s', (_, text, message) => {
    expect(only(text)[0]).toMatchObject({ path: '', message: expect.stringMatching(message) });
  });

  it.each([
    ['empty objects', '[', '{},', ']'],
    ['small numbers', 'a: [', '1,', ']'],
    ['entries of a list', '', '- 1\n', ''],
  ])('may not be millions of %s', (_, begin, one, end) => {
    const text = `${begin}${one.repeat(Math.floor((10 * 1024 * 1024 - 100) / one.length))}${end}`;
    expect(only(text)).toEqual([{ path: '', message: 'The file holds too many parts, or is made to be hard to read' }]);
  });

  it.each(['__proto__: { slug: x }', '"bell": "\\a"', 'constructor: x'])('is refused with what nobody expects: %s', (text) => {
    expect(only(`${SMALL}${text}`).length).toBeGreaterThan(0);
  });

  it.each(['"\\u0000"', '"\\ud800"'])('may not hold what the database cannot: %s', (text) => {
    expect(only(SMALL.replace('The Harbour', text))).toEqual([{ path: 'host', message: expect.stringContaining('can’t be saved') as string }]);
  });

  it('is read without a bell, which no page can show', () => {
    expect(only(SMALL.replace('The Harbour', '"The \\aHarbour"'))).toEqual([]);
  });
});

function fail(): never {
  throw new Error('the small curriculum has faults');
}
