import type { PlanItem } from './plans.contract.js';
import { remakeItems, type NewItem } from './remake-items.js';

const today = '2026-03-10';
const work: NewItem = { date: today, position: 0, kind: 'study', title: 'Model packaging', skillId: 'packaging', projectId: null, minutes: 60 };
const stored = (id: string, more: Partial<PlanItem> = {}): PlanItem => ({ ...work, id, pinned: false, loggedMinutes: 0, state: 'open', ...more });
const remake = (items: PlanItem[], scheduled: NewItem[]) => {
  let made = 0;
  return remakeItems(items, scheduled, today, () => `new ${++made}`);
};

describe('a plan that is made again', () => {
  it('leaves what lies before today alone', () => {
    expect(remake([stored('a', { date: '2026-03-09', state: 'missed' })], [])).toEqual({ items: [], goneIds: [] });
  });

  it('keeps the id of what it moves or resizes, and lets go what is planned no more', () => {
    const later = { ...work, date: '2026-03-12', minutes: 45 };
    expect(remake([stored('a'), stored('b', { skillId: 'tests' })], [later])).toEqual({ items: [{ ...later, id: 'a', pinned: false }], goneIds: ['b'] });
  });

  it('leaves what is pinned on its date, with all its minutes, until it is done', () => {
    const pinned = stored('a', { date: '2026-03-14', pinned: true, loggedMinutes: 20 });
    const { items, goneIds } = remake([pinned, stored('b')], [{ ...work, minutes: 45 }]);
    expect([items, goneIds]).toEqual([
      [
        { ...work, id: 'a', title: 'Model packaging, part 2 of 2', date: '2026-03-14', pinned: true },
        { ...work, id: 'b', title: 'Model packaging, part 1 of 2', minutes: 45, pinned: false },
      ],
      [],
    ]);
  });

  it('keeps the id of what it plans as before, under its new title', () => {
    const { items, goneIds } = remake([stored('a'), stored('b'), stored('c')], [work, { ...work, date: '2026-03-11' }]);
    expect(items).toEqual([
      { ...work, id: 'a', title: 'Model packaging, part 1 of 2', pinned: false },
      { ...work, id: 'b', title: 'Model packaging, part 2 of 2', date: '2026-03-11', pinned: false },
    ]);
    expect(goneIds).toEqual(['c']);
  });

  it('counts the parts of a skill anew, pinned ones among them; what is done keeps its title', () => {
    const pinned = stored('a', { title: 'Model packaging, part 3 of 7', date: '2026-03-12', pinned: true });
    const done = stored('b', { title: 'Model packaging, part 1 of 7', loggedMinutes: 60, state: 'done' });
    const { items } = remake([pinned, done], [work, { ...work, date: '2026-03-14' }]);
    expect(items.map(({ date, title }) => `${date} ${title}`)).toEqual([
      '2026-03-10 Model packaging, part 1 of 7',
      '2026-03-12 Model packaging, part 2 of 3',
      '2026-03-10 Model packaging, part 1 of 3',
      '2026-03-14 Model packaging, part 3 of 3',
    ]);
  });

  it('keeps what was logged for, as done, before the rest of its day', () => {
    const { items } = remake([stored('a', { loggedMinutes: 25 })], [{ ...work, minutes: 35 }]);
    expect(items).toEqual([
      { ...work, id: 'a', minutes: 25, pinned: false },
      { ...work, id: 'new 1', minutes: 35, position: 1, pinned: false },
    ]);
  });

  it('puts what was done ahead of its date on today', () => {
    const { items } = remake([stored('a', { date: '2026-03-20', loggedMinutes: 90, state: 'done' })], []);
    expect(items).toEqual([{ ...work, id: 'a', pinned: false }]);
  });

  it('makes what was logged beyond any item a part of what is done, so that what is planned next has not begun', () => {
    const beyond = (items: PlanItem[]) =>
      remakeItems(
        items,
        [{ ...work, minutes: 35 }],
        today,
        () => 'new',
        () => 15,
      ).items;
    expect(beyond([stored('a', { loggedMinutes: 75, state: 'done' })])).toMatchObject([
      { id: 'a', minutes: 75 },
      { id: 'new', minutes: 35, position: 1 },
    ]);
    expect(beyond([])).toMatchObject([
      { minutes: 15, position: 0 },
      { minutes: 35, position: 1 },
    ]);
  });
});
