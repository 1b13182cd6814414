import type { Since } from './compare.js';
import { NOTHING_TO_COMPARE, SIGN_IN_AGAIN, describeChanges } from './describe-changes.js';

const NOTHING: Since = {
  ...{ deleted: [], missing: [], deactivated: [], rolesRemoved: [], passwordsChanged: [], emailsChanged: [], mentorsRemoved: [], created: [] },
  ...{ common: 3, registration: { now: 'open', then: 'open' }, signInsEnded: 0, ended: [{ what: 'calendar link', count: 0 }] },
};
const linesOf = (changes: Partial<Since>, how: Partial<Parameters<typeof describeChanges>[1]> = {}) =>
  describeChanges({ ...NOTHING, ...changes }, { keepsDeleted: false, ...how });

describe('what changed since a backup', () => {
  it('lists only the sign-ins when nothing changed', () => {
    expect(linesOf({})).toEqual([SIGN_IN_AGAIN]);
  });

  it('is listed with plurals and at most five names', () => {
    const people = ['a@x', 'b@x', 'c@x', 'd@x', 'e@x', 'f@x', 'g@x'];
    expect(linesOf({ deactivated: people })).toEqual([
      'What changed since then, and what happens to it:',
      '- 7 accounts were deactivated (a@x, b@x, c@x, d@x, e@x and 2 more), and will be active again.',
      SIGN_IN_AGAIN,
    ]);
    expect(
      linesOf({
        ended: [
          { what: 'personal access token', count: 2 },
          { what: 'invitation', count: 1 },
        ],
      })[1],
    ).toBe('- Revoked, canceled or used: 2 personal access tokens, 1 invitation. They stay invalid.');
  });

  it('says whether deleted accounts are restored', () => {
    expect(linesOf({ deleted: ['a@x'] })[1]).toBe('- 1 account was deleted (a@x), and will be deleted again. Use --keep-deleted to restore it.');
    expect(linesOf({ deleted: ['a@x'] }, { keepsDeleted: true })[1]).toBe('- 1 account was deleted (a@x), and will be restored because of --keep-deleted.');
    expect(linesOf({ deleted: ['a@x'] }, { isOtherVersion: true })[1]).toMatch(
      /and will be restored\. Daymark can't delete accounts in data of another version\. Delete it again afterwards\.$/,
    );
    expect(linesOf({ missing: ['a@x'] })[1]).toBe('- 1 account is missing from the current data (a@x), without a record of a deletion, and will be restored.');
  });

  it('says so when it cannot compare everything', () => {
    expect(describeChanges(null, { keepsDeleted: false })).toEqual([NOTHING_TO_COMPARE, SIGN_IN_AGAIN]);
    for (const changes of [{ rolesRemoved: null }, { common: null }, { ended: [{ what: 'invitation', count: null }] }])
      expect(linesOf(changes)).toContainEqual(expect.stringContaining('not everything can be compared'));
  });
});
