import fc from 'fast-check';
import { assertProperty } from '../../test/support/property.js';
import { withStates, type LoggedMinutes, type StoredItem } from './item-state.js';

const item = (id: string, more: Partial<StoredItem> = {}): StoredItem => ({
  id,
  date: '2026-03-02',
  position: 0,
  kind: 'study',
  title: 'Model packaging',
  skillId: 'packaging',
  projectId: null,
  minutes: 60,
  pinned: false,
  ...more,
});
const logged = (minutes: number, more: Partial<LoggedMinutes> = {}): LoggedMinutes => ({
  date: '2026-03-02',
  planItemId: null,
  skillId: 'packaging',
  projectId: null,
  minutes,
  ...more,
});
const seen = (items: StoredItem[], entries: LoggedMinutes[], today = '2026-03-02') =>
  withStates(items, entries, today).map(({ loggedMinutes, state }) => `${loggedMinutes} ${state}`);

describe('a plan item', () => {
  it('is done by the minutes logged for it, on whatever date', () => {
    expect(seen([item('a')], [logged(60, { planItemId: 'a', date: '2026-03-01' })])).toEqual(['60 done']);
  });

  it('is done by what was logged on its date for its skill', () => {
    expect(seen([item('a')], [logged(25), logged(35)])).toEqual(['60 done']);
    expect(seen([item('a')], [logged(60, { date: '2026-03-01' })])).toEqual(['0 open']);
    expect(seen([item('a')], [logged(60, { skillId: null })])).toEqual(['0 open']);
  });

  it('of the level as a whole is done by study of the level as a whole', () => {
    expect(seen([item('a', { kind: 'practice', skillId: null })], [logged(60, { skillId: null })])).toEqual(['60 done']);
  });

  it('leaves to the next of its skill what it did not need', () => {
    const two = [item('a'), item('b', { position: 1, minutes: 30 })];
    expect(seen(two, [logged(75, { planItemId: 'a' })])).toEqual(['75 done', '15 open']);
    expect(seen(two, [logged(90)])).toEqual(['60 done', '30 done']);
  });

  it('counts no minute that another one of its skill was done with', () => {
    expect(seen([item('a', { minutes: 30 }), item('b', { minutes: 30 })], [logged(30, { planItemId: 'a' })])).toEqual(['30 done', '0 open']);
  });

  it('follows its date when the entry names an item that is gone', () => {
    expect(seen([item('b')], [logged(60, { planItemId: 'a' })])).toEqual(['60 done']);
  });

  it('is missed once its date is over, and done late all the same', () => {
    expect(seen([item('a')], [logged(20)], '2026-03-03')).toEqual(['20 missed']);
    expect(seen([item('a')], [logged(60, { planItemId: 'a', date: '2026-03-03' })], '2026-03-03')).toEqual(['60 done']);
  });

  it('is not done by more minutes than were logged', () => {
    assertProperty(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 6 }),
        fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 6 }),
        (plan, entries) => {
          const items = plan.map((minutes, i) => item(`${i}`, { position: i, minutes }));
          const done = withStates(
            items,
            entries.map((minutes) => logged(minutes)),
            '2026-03-02',
          ).filter(({ state }) => state === 'done');
          expect(done.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(entries.reduce((sum, minutes) => sum + minutes, 0));
        },
      ),
    );
  });
});
