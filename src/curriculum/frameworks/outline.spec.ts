import fc from 'fast-check';
import { assertProperty } from '../../../test/support/property.js';
import { outline, type Entry } from './outline.js';

const entry = (id: string, parent: string | null = null, sequence: number | null = null): Entry => ({
  id,
  at: `Entry ${id}`,
  code: '',
  title: id,
  description: '',
  parent,
  sequence,
});
const ids = (entries: readonly Entry[]) => {
  const found = outline(entries);
  return found.faults ?? found.items.map(({ id }) => id);
};

describe('an outline', () => {
  it('takes the leaves from top to bottom, wherever the file has them', () => {
    const entries = [entry('b2', 'b', 2), entry('a1', 'a'), entry('b', null, 2), entry('b1', 'b', 1), entry('a', null, 1)];
    expect(ids(entries)).toEqual(['a1', 'b1', 'b2']);
  });

  it('keeps a group without a title as a group that nobody names', () => {
    const { items, groups } = { items: [], groups: [], ...outline([{ ...entry('a'), title: '' }, entry('b', 'a')]) };
    expect(items).toMatchObject([{ id: 'b', path: [] }]);
    expect(groups).toMatchObject([{ id: 'a' }]);
  });

  it('has room for twenty groups above an item, and for no more', () => {
    const chain = (length: number) => Array.from({ length }, (_, i) => entry(`${i}`, i > 0 ? `${i - 1}` : null));
    expect(ids(chain(21))).toEqual(['20']);
    expect(outline(chain(22))).toEqual({ faults: [{ path: 'Entry 21', message: 'Stands below more than 20 others' }] });
  });

  it('tells every circle, and each once, with the names of a few', () => {
    const circle = (length: number, name: string) => Array.from({ length }, (_, i) => entry(`${name}${i}`, `${name}${(i + 1) % length}`));
    expect(outline([...circle(2, 'a'), ...circle(9, 'b')])).toEqual({
      faults: [
        { path: 'Entry a0', message: 'An item cannot stand below itself: a0 below a1 below a0' },
        { path: 'Entry b0', message: 'An item cannot stand below itself: b0 below b1 below b2 below b3 below b4 below … below b0' },
      ],
    });
  });

  it('has every entry once, as an item, a group or one without a name, or is refused for a circle', () => {
    const some = fc.array(fc.tuple(fc.nat(30), fc.boolean(), fc.option(fc.nat(3))), { maxLength: 20 }).map((each) =>
      each.map(([parent, isNamed, sequence], i): Entry => {
        const at = parent < each.length && parent !== i ? String(parent) : null;
        return { ...entry(String(i), at, sequence), title: isNamed ? `T${i}` : '' };
      }),
    );
    assertProperty(
      fc.property(some, (entries) => {
        const found = outline(entries);
        if (found.faults) return expect(found.faults[0]?.message).toMatch(/^An item cannot stand below itself/);
        const all = [...found.items, ...found.groups, ...found.nameless].map(({ id }) => id);
        expect(all.sort()).toEqual(entries.map(({ id }) => id).sort());
        expect(found.items.map(({ order }) => order)).toEqual(found.items.map((_, i) => i + 1));
      }),
    );
  });
});
