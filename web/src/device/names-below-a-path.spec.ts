import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { giveLocalStorage } from '../../../test/support/local-storage';

describe('what the browser keeps for a Daymark below a path', () => {
  const given = globalThis.document as Document | undefined;
  let takeAway = () => {};
  let [items, base]: [typeof import('./items'), typeof import('../api/base')] = [null!, null!];

  beforeAll(async () => {
    // The page says where it is served before any module is read.
    Object.assign(globalThis, { document: { documentElement: { dataset: { base: '/school/' } } } });
    [items, base] = [await import('./items'), await import('../api/base')];
    takeAway = giveLocalStorage({
      'daymark-timer ann': 'of the Daymark at the root',
      '/school:daymark-timer ann': 'ours',
      '/school:daymark-view ben': 'ours',
      '/school/a:daymark-timer ann': 'of a third one',
      '/school:daymark-single-keys': 'off',
    });
  });
  afterAll(() => {
    takeAway();
    Object.assign(globalThis, { document: given });
  });

  it('has the path in its name, and the names of earlier versions at the root', () => {
    expect(base.named('daymark-signed-in')).toBe('/school:daymark-signed-in');
    expect(base.ownName('daymark-signed-in', '')).toBe('daymark-signed-in');
    expect(base.ownName('daymark-timer ann', '/school/a').startsWith(base.named(''))).toBe(false);
  });

  it('is kept apart from the data of others, which is not deleted', () => {
    expect(items.itemKey('timer', 'ann')).toBe('/school:daymark-timer ann');
    expect(items.unsavedItems('ann')).toEqual([['/school:daymark-timer ann', 'ours']]);
    expect(items.accountsWithItems().toSorted()).toEqual(['ann', 'ben']);
    items.wipeItems();
    expect(Object.keys(localStorage).toSorted()).toEqual(['/school/a:daymark-timer ann', '/school:daymark-single-keys', 'daymark-timer ann']);
  });
});
