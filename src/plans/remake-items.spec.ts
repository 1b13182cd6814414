import type { PlanItem } from './plans.contract.js';
import { remakeItems, type NewItem } from './remake-items.js';

const today = '2026-03-10';
const work: NewItem = { date: today, position: 0, kind: 'study', title: 'Model packaging', skillId: 'packaging', projectId: null, minutes: 60 };
const stored = (id: string, more: Partial<PlanItem> = {}): PlanItem => ({ ...work, id, loggedMinutes: 0, state: 'open', ...more });
const remake = (items: PlanItem[], scheduled: NewItem[]) => {
  let made = 0;
  return remakeItems(items, scheduled, today, () => `new ${++made}`);
};

describe('a plan that is made again', () => {
  it('leaves what lies before today alone', () => {
    expect(remake([stored('a', { date: '2026-03-09', state: 'missed' })], [])).toEqual({ items: [], goneIds: [] });
  });

  it('replaces what is open', () => {
    const { items, goneIds } = remake([stored('a')], [{ ...work, minutes: 45 }]);
    expect(items).toEqual([{ ...work, id: 'new 1', minutes: 45 }]);
    expect(goneIds).toEqual(['a']);
  });

  it('keeps the id of what it plans as before, under its new title', () => {
    const { items, goneIds } = remake([stored('a'), stored('b')], [{ ...work, title: 'Model packaging, part 1 of 3' }]);
    expect(items).toEqual([{ ...work, id: 'a', title: 'Model packaging, part 1 of 3' }]);
    expect(goneIds).toEqual(['b']);
  });

  it('keeps what was logged for, as done, before the rest of its day', () => {
    const { items } = remake([stored('a', { loggedMinutes: 25 })], [{ ...work, minutes: 35 }]);
    expect(items).toEqual([
      { ...work, id: 'a', minutes: 25 },
      { ...work, id: 'new 1', minutes: 35, position: 1 },
    ]);
  });

  it('puts what was done ahead of its date on today', () => {
    const { items } = remake([stored('a', { date: '2026-03-20', loggedMinutes: 90, state: 'done' })], []);
    expect(items).toEqual([{ ...work, id: 'a' }]);
  });
});
