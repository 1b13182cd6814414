import { describe, expect, it } from '@jest/globals';
import type { Today } from '@server/today/today.contract';
import type { KeptStudy } from './outbox-entry';
import { itemsWithWaiting, todayWithWaiting } from './with-waiting';

const TODAY = '2026-03-03';
const item = (id: string, minutes: number, loggedMinutes = 0, skillId = `skill ${id}`) => ({
  ...{ id, date: TODAY, skillId, projectId: null, minutes, loggedMinutes },
  state: 'open' as const,
});
const kept = (minutes: number, more: Partial<KeptStudy['study']> = {}, entry: Partial<KeptStudy> = {}): KeptStudy => ({
  ...{ attempt: `${minutes}`, accountId: 'ann', enrollmentId: 'e', title: 'Study', refusal: null },
  study: { date: TODAY, minutes, ...more },
  ...entry,
});

describe('study that waits on the device', () => {
  it('makes its plan item done, once it has the minutes', () => {
    const items = [item('a', 30), item('b', 30), item('c', 30, 20)];
    const waiting = [kept(30, { planItemId: 'a' }), kept(10, { planItemId: 'b' }), kept(10, { planItemId: 'c' })];
    expect(itemsWithWaiting(items, 'e', waiting).map(({ loggedMinutes, state }) => [loggedMinutes, state])).toEqual([
      [30, 'done'],
      [10, 'open'],
      [30, 'done'],
    ]);
  });

  it('goes to the items of its skill and day where it names none, in order and no minute twice', () => {
    const items = [item('a', 30, 0, 's'), item('b', 30, 0, 's'), item('c', 30, 0, 'other'), { ...item('d', 30, 0, 's'), date: '2026-03-04' }];
    const waiting = [kept(40, { skillId: 's' }), kept(15, { planItemId: 'gone', skillId: 's' })];
    expect(itemsWithWaiting(items, 'e', waiting).map(({ loggedMinutes, state }) => [loggedMinutes, state])).toEqual([
      [30, 'done'],
      [25, 'open'],
      [0, 'open'],
      [0, 'open'],
    ]);
  });

  it('counts for its own enrollment, and not once it was refused', () => {
    const waiting = [kept(30, { planItemId: 'a' }, { enrollmentId: 'other' }), kept(30, { planItemId: 'a' }, { refusal: 'The day is full.' }), kept(30)];
    expect(itemsWithWaiting([item('a', 30)], 'e', waiting)).toEqual([item('a', 30)]);
  });

  it('counts for its day and its week, and yesterday is not forgotten any more', () => {
    const page = {
      ...{ enrollmentId: 'e', date: TODAY, items: [], loggedMinutes: 5 },
      week: ['2026-03-02', TODAY].map((date) => ({ date, plannedMinutes: 40, loggedMinutes: 5, rest: false })),
      forgotten: { date: '2026-03-02', items: [] },
    } as unknown as Today;
    const told = todayWithWaiting(page, [kept(20), kept(7, { date: '2026-03-02' })]);
    expect([told.loggedMinutes, told.week.map(({ loggedMinutes }) => loggedMinutes), told.forgotten]).toEqual([25, [12, 25], null]);
    expect(todayWithWaiting(page, [])).toBe(page);
    expect(todayWithWaiting(page, [kept(20)]).forgotten).toEqual(page.forgotten);
  });
});
