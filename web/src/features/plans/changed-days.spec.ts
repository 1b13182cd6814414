import { describe, expect, it } from '@jest/globals';
import type { ItemChange } from './change-words';
import { changedDays } from './changed-days';

const at = (date: string) => ({ date, minutes: 45 });
const item = (change: ItemChange['change'], itemId: string, from: string | null, to: string | null): ItemChange => ({
  ...{ change, itemId, kind: 'study', title: itemId, skillId: null, projectId: null },
  from: from === null ? null : at(from),
  to: to === null ? null : at(to),
});

describe('the days of a change', () => {
  it('are those that hold something else after it, with all that stands on them', () => {
    const days = changedDays([
      item('kept', 'pods', '2026-03-03', '2026-03-03'),
      item('moved', 'cache', '2026-03-02', '2026-03-03'),
      item('kept', 'drift', '2026-03-05', '2026-03-05'),
      item('removed', 'recall', '2026-03-06', null),
    ]);
    expect(days.map(({ date, before, after }) => [date, before.map(({ item }) => item.title), after.map(({ item, isNew }) => [item.title, isNew])])).toEqual([
      ['2026-03-02', ['cache'], []],
      [
        '2026-03-03',
        ['pods'],
        [
          ['pods', false],
          ['cache', true],
        ],
      ],
      ['2026-03-06', ['recall'], []],
    ]);
  });
});
