import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { giveLocalStorage } from '../../../test/support/local-storage';
import { isSignOutOwed, owedBy, oweSignOut, paySignOut } from './owed-sign-out';
import { NoAnswer, Refusal } from './refusal';

let takeAway = () => {};
beforeEach(() => void (takeAway = giveLocalStorage()));
afterEach(() => takeAway());

const refusal = (status: number, slug = 'session-over') => new Refusal({ type: `/problems/${slug}`, title: 'Refused', status });
const neverAsked = () => Promise.reject(new Error('The server was asked'));

describe('a sign-out that the server has not heard of', () => {
  it('is not sent where none is owed', async () => {
    expect(await paySignOut(neverAsked)).toBe(false);
  });

  it('is owed until the server has it', async () => {
    oweSignOut('ann');
    await expect(paySignOut(() => Promise.reject(new NoAnswer()))).rejects.toThrow(NoAnswer);
    expect([isSignOutOwed(), owedBy()]).toEqual([true, 'ann']);
    expect(await paySignOut(() => Promise.resolve())).toBe(true);
    expect(isSignOutOwed()).toBe(false);
  });

  it.each([
    ['is too busy', refusal(429, 'too-many-requests')],
    ['has a fault', refusal(503, 'not-ready')],
    ['answers something else', new Error('of our own')],
  ])('is still owed where the server %s', async (_, error) => {
    oweSignOut('ann');
    await expect(paySignOut(() => Promise.reject(error))).rejects.toBe(error);
    expect(isSignOutOwed()).toBe(true);
  });

  it('is settled where the server knows of no such session', async () => {
    oweSignOut('ann');
    expect(await paySignOut(() => Promise.reject(refusal(401)))).toBe(true);
    expect(isSignOutOwed()).toBe(false);
  });
});
