import { describe, expect, it } from '@jest/globals';
import type { Plan } from '@server/plans/plans.contract';
import { isMovable, isPlannable, withItemOn } from './moved-item';

const item = (id: string, date: string, position = 0) => ({ id, date, position, pinned: false, state: 'open' }) as Plan['items'][number];
const plan = { today: '2026-03-02', examOn: '2026-04-01', items: [item('a', '2026-03-02'), item('b', '2026-03-03'), item('c', '2026-03-04')] } as Plan;

describe('an item that is moved by hand', () => {
  it('stands pinned at the end of its new day', () => {
    expect(withItemOn(plan, 'a', '2026-03-03').items.map(({ id, date, position, pinned }) => [id, date, position, pinned])).toEqual([
      ['b', '2026-03-03', 0, false],
      ['a', '2026-03-03', 1, true],
      ['c', '2026-03-04', 0, false],
    ]);
  });

  it('that is gone moves nothing', () => expect(withItemOn(plan, 'gone', '2026-03-03')).toBe(plan));

  it('goes to days from today to the day before the exam', () => {
    expect(['2026-03-01', '2026-03-02', '2026-03-31', '2026-04-01'].map((date) => isPlannable(plan, date))).toEqual([false, true, true, false]);
    expect(isMovable(plan, item('a', '2026-03-02'))).toBe(true);
    expect(isMovable(plan, { ...item('a', '2026-03-02'), state: 'done' })).toBe(false);
  });
});
