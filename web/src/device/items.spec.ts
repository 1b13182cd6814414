import { afterEach, describe, expect, it } from '@jest/globals';
import { giveLocalStorage } from '../../../test/support/local-storage';
import { accountsWithItems, itemKey, unsavedItems, wipeItems } from './items';

let takeAway = () => {};
afterEach(() => takeAway());

const hold = () => {
  takeAway = giveLocalStorage({
    'daymark-timer ann': 'a timer',
    'daymark-form ann log e1': 'a note',
    'daymark-view ann': 'mentor',
    'daymark-import ann date,minutes': 'a mapping',
    'daymark-timer ben': 'his timer',
    'daymark-enrollment': 'of an earlier version, without an account',
    'daymark-single-keys': 'off',
    'mantine-color-scheme-value': 'dark',
  });
};

describe('what a device keeps about people', () => {
  it('is filed under the account', () => {
    expect([itemKey('timer', 'ann'), itemKey('form', 'ann', 'log e1')]).toEqual(['daymark-timer ann', 'daymark-form ann log e1']);
    hold();
    expect(accountsWithItems().sort()).toEqual(['ann', 'ben']);
  });

  it('is unsaved work where it exists nowhere else, and nobody else’s', () => {
    hold();
    expect(unsavedItems('ann').map(([key]) => key)).toEqual(['daymark-timer ann', 'daymark-form ann log e1']);
    expect(unsavedItems('an')).toEqual([]);
    expect(unsavedItems('ann', ['form'])).toHaveLength(1);
  });

  it('goes with everybody, but the one who stays; preferences of the device stay', () => {
    hold();
    wipeItems('ben');
    expect(Object.keys(localStorage).sort()).toEqual(['daymark-single-keys', 'daymark-timer ben', 'mantine-color-scheme-value']);
    wipeItems();
    expect(Object.keys(localStorage)).toHaveLength(2);
  });

  it('is nothing where the browser keeps nothing', () => {
    expect([accountsWithItems(), unsavedItems('ann')]).toEqual([[], []]);
    expect(() => wipeItems()).not.toThrow();
  });
});
