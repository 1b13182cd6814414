import fc from 'fast-check';
import { assertProperty } from '../../test/support/property.js';
import type { StoredItem } from './item-state.js';
import { countChanges, planDiff } from './plan-diff.js';

const item = (id: string, date: string, more: Partial<StoredItem> = {}): StoredItem => ({
  ...{ id, date, position: 0, kind: 'study', title: 'Versions', skillId: 'a', projectId: null, minutes: 60, pinned: false },
  ...more,
});
const told = (before: StoredItem[], after: StoredItem[]) =>
  planDiff(before, after).map(
    ({ change, itemId, from, to }) => `${itemId} ${change} ${from?.date ?? '-'} ${from?.minutes ?? 0} > ${to?.date ?? '-'} ${to?.minutes ?? 0}`,
  );

describe('what a plan that is made again changes', () => {
  it('is told item by item: kept, moved, resized, added, removed', () => {
    const before = [
      item('kept', '2026-03-02'),
      item('moves', '2026-03-03'),
      item('b', '2026-03-04', { skillId: 'b' }),
      item('gone', '2026-03-05', { skillId: 'c' }),
    ];
    const after = [
      item('kept', '2026-03-02'),
      item('moves', '2026-03-06', { minutes: 40 }),
      item('b', '2026-03-04', { skillId: 'b', minutes: 30 }),
      item('new', '2026-03-07', { kind: 'review' }),
    ];
    expect(told(before, after)).toEqual([
      'kept kept 2026-03-02 60 > 2026-03-02 60',
      'moves moved 2026-03-03 60 > 2026-03-06 40',
      'b resized 2026-03-04 60 > 2026-03-04 30',
      'new added - 0 > 2026-03-07 60',
      'gone removed 2026-03-05 60 > - 0',
    ]);
    expect(countChanges(planDiff(before, after))).toEqual({ kept: 1, moved: 1, resized: 1, added: 1, removed: 1 });
  });

  it('calls the same day kept though another of the skill comes before it', () => {
    expect(told([item('one', '2026-03-02'), item('two', '2026-03-03')], [item('two', '2026-03-03'), item('one', '2026-03-05')])).toEqual([
      'two kept 2026-03-03 60 > 2026-03-03 60',
      'one moved 2026-03-02 60 > 2026-03-05 60',
    ]);
  });

  const Items = fc
    .array(fc.record({ day: fc.integer({ min: 10, max: 30 }), skill: fc.constantFrom('a', 'b', 'c'), minutes: fc.constantFrom(20, 40, 60) }), { maxLength: 20 })
    .map((each) =>
      each
        .map(({ day, skill, minutes }, i) => item(`${i}`, `2026-03-${day}`, { skillId: skill, minutes }))
        .sort((one, other) => one.date.localeCompare(other.date)),
    );

  it('names every item before and after exactly once, and nothing where nothing changed', () => {
    assertProperty(
      fc.property(Items, Items, (before, after) => {
        const diff = planDiff(before, after);
        expect(diff.filter(({ from }) => from !== null)).toHaveLength(before.length);
        expect(diff.filter(({ to }) => to !== null)).toHaveLength(after.length);
        expect(countChanges(planDiff(before, before))).toEqual({ kept: before.length, moved: 0, resized: 0, added: 0, removed: 0 });
      }),
    );
  });
});
