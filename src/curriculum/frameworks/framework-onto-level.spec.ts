import fc from 'fast-check';
import { assertProperty } from '../../../test/support/property.js';
import { Skill, type SkillInput } from '../curriculum-document.contract.js';
import { frameworkOntoLevel } from './framework-onto-level.js';
import type { Framework, FrameworkItem } from './framework.js';
import { readFramework } from './read-framework.js';

const item = (title: string, more: Partial<FrameworkItem> = {}): FrameworkItem => ({
  id: title,
  code: '',
  title,
  description: '',
  path: [],
  order: 1,
  ...more,
});
const framework = (...items: FrameworkItem[]): Framework => ({ format: 'case', title: 'Sailing', items, unmapped: [] });
const KNOTS: SkillInput = { slug: 'knots', title: 'All the knots', description: 'Our own words.', weightPercent: 100, effortMinutes: 90 };
const EMPTY = { skills: [], projects: [] };
const many = (count: number) => Array.from({ length: count }, (_, i) => item(`Skill ${i + 1}`));

describe('a framework brought onto a level', () => {
  it('becomes skills that say what they are and where they come from', () => {
    const tacking = item('Tacking', { description: 'Turn the bow.', path: ['At sea', 'Dinghies'], code: 'S.1.2' });
    expect(frameworkOntoLevel(framework(tacking, item('Knots')), EMPTY)).toEqual({
      skills: [
        { slug: 'tacking', title: 'Tacking', description: 'Turn the bow.\n\nFrom Sailing › At sea › Dinghies, S.1.2' },
        { slug: 'knots', title: 'Knots', description: 'From Sailing' },
      ],
      added: ['Tacking', 'Knots'],
      kept: [],
      unmapped: [],
    });
  });

  it('leaves what the level has as it is, weight, effort and words, and says so', () => {
    const { skills, added, kept, unmapped } = frameworkOntoLevel(framework(item('Knots'), item('Tacking')), { skills: [KNOTS], projects: [] });
    expect(skills[0]).toBe(KNOTS);
    expect({ added, kept }).toEqual({ added: ['Tacking'], kept: ['All the knots'] });
    expect(unmapped).toEqual([{ what: 'The wording of 1 skill: “Knots”', why: 'The level has them already, in words of its own' }]);
  });

  it('takes no slug that a project of the level has', () => {
    expect(frameworkOntoLevel(framework(item('Knots')), { skills: [], projects: [{ slug: 'knots' }] }).skills).toMatchObject([{ slug: 'knots-2' }]);
  });

  it('fills a level to its 200 skills and names those beyond', () => {
    const { skills, added, unmapped } = frameworkOntoLevel(framework(...many(210)), { skills: [KNOTS], projects: [] });
    expect(frameworkOntoLevel(framework(...many(210)), { skills, projects: [] })).toMatchObject({ skills, added: [], unmapped });
    expect(skills).toHaveLength(200);
    expect(added.at(-1)).toBe('Skill 199');
    expect(unmapped).toEqual([
      {
        what: '11 skills too many: “Skill 200”, “Skill 201”, “Skill 202”, “Skill 203”, “Skill 204” and 6 more',
        why: 'A level has at most 200 skills; bring the others onto another level',
      },
    ]);
  });

  it('cuts a description that is too long, but not where it comes from, and says so', () => {
    const long = item('Tacking', { description: 'Turn. '.repeat(1_000).trim(), path: ['At sea'] });
    const { skills, unmapped } = frameworkOntoLevel(framework(long), EMPTY);
    expect(skills[0]?.description).toMatch(/Turn\.…\n\nFrom Sailing › At sea$/);
    expect(unmapped).toEqual([{ what: 'The end of 1 description: “Tacking”', why: 'A description is at most 5,000 characters long' }]);
  });

  it('says first what the framework could not bring', () => {
    const lost = { what: '2 rubrics', why: 'There is no place for them' };
    expect(frameworkOntoLevel({ ...framework(item('Knots')), unmapped: [lost] }, { skills: [KNOTS], projects: [] }).unmapped[0]).toEqual(lost);
  });
});

describe('any framework brought onto any level', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', 'Knots', 'knots', 'Tacking', 'x '.repeat(3_000), '\u0000', '<p>Knots</p>'));
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const caseFile = fc
    .record({
      items: fc.uniqueArray(fc.record({ identifier: id, fullStatement: text, abbreviatedStatement: text, notes: text, humanCodingScheme: text }), {
        selector: ({ identifier }) => identifier,
      }),
      parents: fc.array(fc.tuple(id, id)),
      title: text,
    })
    .map(({ items, parents, title }) =>
      JSON.stringify({
        CFDocument: { identifier: 'doc', title },
        CFItems: items,
        CFAssociations: parents.map(([child, parent]) => ({ associationType: 'isChildOf', originNodeURI: child, destinationNodeURI: parent })),
      }),
    );
  const cell = text.map((value) => `"${value.replaceAll('"', '""')}"`);
  const moodleFile = fc
    .uniqueArray(fc.tuple(fc.constantFrom('', ...'abcde'), id, cell, cell), { selector: ([, at]) => at })
    .map((rows) => ['Parent ID number,ID number,Short name,Description,Is framework', ',f,Sailing,,1', ...rows.map((row) => `${row.join(',')},`)].join('\n'));
  const file = fc.oneof(caseFile, moodleFile);
  const slug = fc.constantFrom('knots', 'knots-2', 'tacking', 'x', 'skill');
  const level = fc.record({ skills: fc.uniqueArray(slug), projects: fc.uniqueArray(slug) }).map(({ skills, projects }) => ({
    skills: skills.filter((each) => !projects.includes(each)).map((each): SkillInput => ({ ...KNOTS, slug: each })),
    projects: projects.map((each) => ({ slug: each })),
  }));
  const eachTime = (check: (framework: Framework, onto: { skills: SkillInput[]; projects: { slug: string }[] }) => void) =>
    assertProperty(
      fc.property(file, level, (content, onto) => {
        const { framework: read } = readFramework(content);
        if (read) check(read, onto);
      }),
    );

  it('makes skills that a curriculum takes, with slugs of their own', () => {
    eachTime((read, onto) => {
      const { skills } = frameworkOntoLevel(read, onto);
      for (const skill of skills) expect(Skill.parse(skill)).toMatchObject(skill);
      const slugs = [...skills, ...onto.projects].map(({ slug: each }) => each);
      expect(new Set(slugs).size).toBe(slugs.length);
    });
  });

  it('changes nothing the second time', () => {
    eachTime((read, onto) => {
      const first = frameworkOntoLevel(read, onto);
      const second = frameworkOntoLevel(read, { ...onto, skills: first.skills });
      expect(second).toMatchObject({ skills: first.skills, added: [] });
      expect(second.kept).toHaveLength(read.items.length);
    });
  });

  it('keeps every skill that was there, in its place, and loses no item', () => {
    eachTime((read, onto) => {
      const before = structuredClone(onto);
      const { skills, added, kept } = frameworkOntoLevel(read, onto);
      expect(skills.slice(0, onto.skills.length)).toEqual(before.skills);
      expect(added.length + kept.length).toBe(read.items.length);
      expect(onto).toEqual(before);
    });
  });
});
