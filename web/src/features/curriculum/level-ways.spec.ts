import { describe, expect, it } from '@jest/globals';
import { waysOn, type WayLevel } from './level-ways';

const level = (slug: string, more: Partial<WayLevel> = {}): WayLevel => ({
  id: `id-${slug}`,
  slug,
  title: slug.toUpperCase(),
  order: 1,
  prerequisites: [],
  ...more,
});
const after = (slug: string, rule: 'recommended' | 'enforced') => ({ prerequisites: [{ kind: 'level' as const, level: slug, rule, text: 'First that.' }] });

describe('what a level leads to', () => {
  it('is its own next steps, here or elsewhere, with what is said of them', () => {
    const a = level('a', {
      next: { sameTrack: { name: 'the B', level: 'b', summary: 'Go deeper.' }, leadership: { name: 'Chief', link: 'https://harbour.example' } },
    });
    expect(waysOn(a, [a, level('b')])).toEqual([
      { name: 'B', levelId: 'id-b', link: null, summary: 'Go deeper.', note: 'on the same track' },
      { name: 'Chief', levelId: null, link: 'https://harbour.example', summary: null, note: 'towards leading' },
    ]);
  });

  it('is also whatever demands or recommends it, once', () => {
    const a = level('a', { next: { crossTrack: { name: 'B', level: 'b' } } });
    const levels = [a, level('b', after('a', 'enforced')), level('c', after('a', 'enforced')), level('d', after('a', 'recommended')), level('e')];
    expect(waysOn(a, levels).map(({ name, note }) => `${name} ${note}`)).toEqual(['B across', 'C which demands this one', 'D which recommends this one first']);
  });

  it('is nothing where nothing is said', () => expect(waysOn(level('a'), [level('a'), level('b')])).toEqual([]));
});
