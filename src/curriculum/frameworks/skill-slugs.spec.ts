import fc from 'fast-check';
import { assertProperty } from '../../../test/support/property.js';
import { Slug } from '../curriculum-document.contract.js';
import { slugOf } from '../slug.contract.js';
import { skillSlugs } from './skill-slugs.js';

const item = (title: string, code = '', id = 'id') => ({ title, code, id });
const slugs = (titles: readonly string[], taken: readonly string[] = []) =>
  skillSlugs(
    titles.map((title) => item(title)),
    taken,
  );

describe('the slug of a skill', () => {
  it.each([
    ['Turn into the wind', 'turn-into-the-wind'],
    ['  CI/CD: the learner’s way (2nd) ', 'ci-cd-the-learners-way-2nd'],
    ['Größe, Łódź & Çà', 'grosse-lodz-ca'],
    ['ﬁne ½', 'fine-1-2'],
    ['Алгебра', ''],
  ])('of “%s” is “%s”', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it('is cut at the end of a word', () => {
    expect(slugOf('sailing '.repeat(20))).toBe(Array(10).fill('sailing').join('-'));
    expect(slugOf('x'.repeat(100))).toBe('x'.repeat(80));
  });

  it('is that of the code, or the id, where the title is in another alphabet', () => {
    expect(skillSlugs([item('Алгебра', 'A.1'), item('代数', '', '7F-0A'), item('代数', '代', '数')], [])).toEqual(['a-1', '7f-0a', 'skill']);
  });

  it('is numbered where others have it, projects of the level among them', () => {
    expect(slugs(['Knots', 'knots!', 'Knots 2', 'Knots'])).toEqual(['knots', 'knots-2', 'knots-2-2', 'knots-3']);
    expect(slugs(['Knots', 'Knots'], ['knots', 'knots-3'])).toEqual(['knots-2', 'knots-4']);
  });

  it('is valid, not used twice, and no project’s, whatever the items are called', () => {
    const title = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a', 'A', 'a-2', 'x'.repeat(90), 'constructor', '__proto__', 'ab '.repeat(60)));
    const items = fc.array(fc.record({ title, code: title, id: title }), { maxLength: 40 });
    assertProperty(
      fc.property(items, fc.array(fc.constantFrom('a', 'a-2', 'skill', 'x'.repeat(80))), (named, taken) => {
        const found = skillSlugs(named, taken);
        expect(new Set([...found, ...taken]).size).toBe(found.length + new Set(taken).size);
        for (const slug of found) expect(Slug.safeParse(slug).success).toBe(true);
      }),
    );
  });

  it('is found at once for thousands that are called the same', () => {
    expect(slugs(Array(50_000).fill('Knots')).at(-1)).toBe('knots-50000');
  });
});
