import type { Since } from './compare.js';
import { NOTHING_HERE, SIGN_IN_AGAIN, sinceLines } from './say-since.js';

const NOTHING: Since = {
  ...{ deleted: [], missing: [], deactivated: [], rolesRemoved: [], passwordsChanged: [], emailsChanged: [], mentorsRemoved: [], created: [] },
  ...{ common: 3, registration: { now: 'open', then: 'open' }, signInsEnded: 0, ended: [{ what: 'calendar link', count: 0 }] },
};
const linesOf = (changes: Partial<Since>, how: Partial<Parameters<typeof sinceLines>[1]> = {}) =>
  sinceLines({ ...NOTHING, ...changes }, { keepsDeleted: false, ...how });

describe('what changed since a backup', () => {
  it('is nothing but the sign-ins when nothing changed', () => {
    expect(linesOf({})).toEqual([SIGN_IN_AGAIN]);
  });

  it('is told in the plural, with five names at most', () => {
    const people = ['a@x', 'b@x', 'c@x', 'd@x', 'e@x', 'f@x', 'g@x'];
    expect(linesOf({ deactivated: people })).toEqual([
      'What changed since, and what comes of it:',
      '- 7 accounts are deactivated now (a@x, b@x, c@x, d@x, e@x and 2 more), and will be active again.',
      SIGN_IN_AGAIN,
    ]);
    expect(
      linesOf({
        ended: [
          { what: 'personal access token', count: 2 },
          { what: 'invitation', count: 1 },
        ],
      })[1],
    ).toBe('- Revoked or used up: 2 personal access tokens, 1 invitation. They stay so.');
  });

  it('says what becomes of deleted accounts', () => {
    expect(linesOf({ deleted: ['a@x'] })[1]).toBe('- 1 account was deleted (a@x). They are deleted again. With --keep-deleted they come back.');
    expect(linesOf({ deleted: ['a@x'] }, { keepsDeleted: true })[1]).toBe('- 1 account was deleted (a@x). They come back, because of --keep-deleted.');
    expect(linesOf({ deleted: ['a@x'] }, { isOtherVersion: true })[1]).toMatch(
      /They come back, because this version of the data cannot be changed\. Delete them again\.$/,
    );
    expect(linesOf({ missing: ['a@x'] })[1]).toBe('- 1 account is in that data only (a@x), and no deletion is recorded here. They come back.');
  });

  it('says when it cannot compare', () => {
    expect(sinceLines(null, { keepsDeleted: false })).toEqual([NOTHING_HERE, SIGN_IN_AGAIN]);
    for (const changes of [{ rolesRemoved: null }, { common: null }, { ended: [{ what: 'invitation', count: null }] }])
      expect(linesOf(changes)).toContainEqual(expect.stringContaining('not everything can be compared'));
  });
});
