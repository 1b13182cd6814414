import type { StoredItem } from '../item-state.js';
import type { PlanItem } from '../plans.contract.js';
import { undoneItems } from './undone-items.js';

const today = '2026-03-10';
const stored = (id: string, date: string, minutes = 60): StoredItem => ({
  ...{ id, date, position: 0, kind: 'study', title: 'Versions', skillId: 'a', projectId: null, minutes, pinned: false },
});
const item = (id: string, date: string, more: Partial<PlanItem> = {}): PlanItem => ({ ...stored(id, date), loggedMinutes: 0, state: 'open', ...more });

describe('a change of a plan that is taken back', () => {
  it('puts the items back where they were, and takes away what it brought', () => {
    expect(undoneItems([item('a', '2026-03-14'), item('new', '2026-03-12')], [stored('a', '2026-03-11')], today)).toEqual({
      items: [stored('a', '2026-03-11')],
      goneIds: ['new'],
    });
  });

  it('leaves what was begun or done since where it is, with its minutes of before', () => {
    const begun = item('a', '2026-03-10', { minutes: 20, loggedMinutes: 20, state: 'done' });
    expect(undoneItems([begun], [stored('a', '2026-03-13')], today)).toEqual({ items: [stored('a', '2026-03-10', 60)], goneIds: [] });
  });

  it('brings nothing back to days that are over, and leaves those alone', () => {
    expect(undoneItems([item('past', '2026-03-09', { state: 'missed' })], [stored('past', '2026-03-11'), stored('b', '2026-03-09')], today)).toEqual({
      items: [],
      goneIds: [],
    });
  });
});
