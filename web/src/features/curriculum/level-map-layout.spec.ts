import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assertProperty } from '../../../../test/support/property';
import { levelMap, type MapLevel, type MapSize } from './level-map-layout';

const SIZE: MapSize = { direction: 'across', nodeWidth: 200, nodeHeight: 80, layerGap: 60, gap: 20 };
const after = (slug: string, ...before: string[]): MapLevel => ({ slug, before: before.map((each) => ({ slug: each, rule: 'recommended' as const })) });

/** Levels that may come after any other, circles and strangers included. */
const anyLevels = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1 })
  .chain((slugs) => fc.tuple(...slugs.map((slug) => fc.subarray([...slugs, 'stranger']).map((before) => after(slug, ...before)))));

describe('the map of levels', () => {
  it('puts a level after the furthest that comes before it', () => {
    const { nodes, lines, width, height } = levelMap([after('a'), after('b', 'a'), after('c', 'a', 'b'), after('d', 'a')], SIZE);
    expect(nodes.map(({ slug, layer }) => [slug, layer])).toEqual([
      ['a', 0],
      ['b', 1],
      ['d', 1],
      ['c', 2],
    ]);
    expect(nodes.find(({ slug }) => slug === 'a')).toMatchObject({ x: 0, y: 50 });
    expect(nodes.find(({ slug }) => slug === 'd')).toMatchObject({ x: 260, y: 100 });
    expect([width, height]).toEqual([720, 180]);
    expect(lines.map(({ from, to }) => `${from}${to}`)).toEqual(['ab', 'ac', 'bc', 'ad']);
    expect(lines[0]?.path).toBe('M200 90C230 90 230 40 260 40');
  });

  it.each(['across', 'down'] as const)('draws every level once, none upon another, and every line onward: %s', (direction) => {
    assertProperty(
      fc.property(anyLevels, (levels) => {
        const { nodes, lines, width, height } = levelMap(levels, { ...SIZE, direction });
        expect(nodes.map(({ slug }) => slug).sort()).toEqual(levels.map(({ slug }) => slug).sort());
        const layer = new Map(nodes.map((node) => [node.slug, node.layer]));
        for (const { from, to } of lines) expect(layer.get(from)!).toBeLessThan(layer.get(to)!);
        for (const one of nodes) {
          expect(one.x >= 0 && one.y >= 0 && one.x + one.width <= width + 0.001 && one.y + one.height <= height + 0.001).toBe(true);
          for (const other of nodes)
            if (one !== other) {
              const apart = one.x + one.width <= other.x || other.x + other.width <= one.x || one.y + one.height <= other.y || other.y + other.height <= one.y;
              expect(apart).toBe(true);
            }
        }
      }),
    );
  });
});
