import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lanesOf, levelMap, lineAcross, lineDown } from './level-map-layout';
import { waysOn, type WayLevel } from './level-ways';

const level = (slug: string, order: number, before: Record<string, 'recommended' | 'enforced'> = {}): WayLevel => ({
  id: `id-${slug}`,
  slug,
  title: slug.toUpperCase(),
  order,
  prerequisites: Object.entries(before).map(([other, rule]) => ({ kind: 'level', level: other, rule, text: `${other} first` })),
});
const drawn = (levels: readonly WayLevel[]) => levelMap(levels).cells.map(({ key, column, row }) => `${key} ${column},${row}`);

describe('the map of levels', () => {
  it('leads from column to column, and puts a level that no line touches beside the last before it', () => {
    const levels = [
      level('foundation', 1),
      level('professional', 2, { foundation: 'recommended' }),
      level('advanced', 3, { professional: 'recommended' }),
      level('specialist', 4),
    ];
    expect(drawn(levels)).toEqual(['foundation 0,0', 'professional 1,0', 'advanced 2,0', 'specialist 2,1']);
    expect(levelMap(levels).columns).toBe(3);
  });

  it('gives a line that skips a column a place of its own in it', () => {
    const levels = [level('a', 1), level('b', 2, { a: 'recommended' }), level('c', 3, { a: 'enforced', b: 'recommended' })];
    expect(drawn(levels)).toEqual(['a 0,0', 'b 1,0', 'a>c@1 1,1', 'c 2,0']);
    expect(levelMap(levels).edges.map(({ through }) => through.join(' '))).toEqual(['a b', 'a a>c@1 c', 'b c']);
  });

  it('lets levels stand near those they follow', () => {
    const levels = [level('a', 1), level('b', 2), level('of-b', 3, { b: 'enforced' }), level('of-a', 4, { a: 'enforced' })];
    expect(drawn(levels)).toEqual(['a 0,0', 'b 0,1', 'of-a 1,0', 'of-b 1,1']);
  });

  it('is empty without levels', () => {
    expect(levelMap([])).toEqual({ columns: 0, cells: [], edges: [] });
  });

  it('draws every line onward, and no two things in one place', () => {
    const levels = fc
      .array(fc.subarray([0, 1, 2, 3, 4, 5]), { minLength: 1, maxLength: 7 })
      .map((befores) =>
        befores.map((before, index) =>
          level(`l${index}`, index + 1, Object.fromEntries(before.filter((each) => each < index).map((each) => [`l${each}`, 'enforced' as const]))),
        ),
      );
    fc.assert(
      fc.property(levels, (all) => {
        const { cells, edges } = levelMap(all);
        expect(new Set(cells.map(({ column, row }) => `${column},${row}`)).size).toBe(cells.length);
        expect(cells.filter(({ slug }) => slug !== null)).toHaveLength(all.length);
        const columnOf = new Map(cells.map(({ key, column }) => [key, column]));
        for (const { through } of edges) through.slice(1).forEach((key, index) => expect(columnOf.get(key)).toBe((columnOf.get(through[index]!) ?? 0) + 1));
      }),
    );
  });
});

describe('the lines of the map', () => {
  const box = (left: number, top: number) => ({ left, top, width: 100, height: 40 });

  it('go from edge to edge, flat through the places they only pass', () => {
    expect(lineAcross([box(0, 0), box(160, 60)])).toBe('M100 20C130 20 130 80 160 80');
    expect(lineAcross([box(0, 0), box(160, 60), box(320, 0)])).toBe('M100 20C130 20 130 80 160 80H260C290 80 290 20 320 20');
  });

  it('go straight down on the phone, or round by the margin past what lies between', () => {
    expect(lineDown(box(32, 0), box(32, 60), null)).toBe('M56 40V60');
    expect(lineDown(box(32, 0), box(32, 120), 16)).toBe('M32 20H26Q16 20 16 30V130Q16 140 26 140H32');
    const levels = [level('a', 1), level('b', 2, { a: 'enforced' }), level('c', 3, { a: 'enforced', b: 'enforced' }), level('d', 4, { b: 'enforced' })];
    expect(lanesOf(levelMap(levels))).toEqual([null, 0, 1, null]);
  });
});

describe('what a level leads to', () => {
  it('are its next steps, then the levels that ask for it, each once', () => {
    const first = { ...level('a', 1), next: { sameTrack: { name: 'B', level: 'b', summary: 'Go on.' }, leadership: { name: 'Lead' } } };
    const levels = [first, level('b', 2, { a: 'recommended' }), level('c', 3, { a: 'enforced' })];
    expect(waysOn(first, levels).map(({ name, levelId, note }) => [name, levelId, note])).toEqual([
      ['B', 'id-b', 'on the same track'],
      ['Lead', null, 'towards leading'],
      ['C', 'id-c', 'which demands this one'],
    ]);
  });
});
