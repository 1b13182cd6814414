import fc from 'fast-check';
import { assertProperty } from '../../../test/support/property.js';
import { emailChangeToken, readEmailChangeToken } from './email-change-token.js';

const SECRET = 'a secret of at least thirty-two letters';
const ID = '01890000-0000-4000-8000-000000000000';

describe('the token of an email change', () => {
  it('names the change it was made for', () => {
    assertProperty(fc.property(fc.uuid(), (id) => expect(readEmailChangeToken(SECRET, emailChangeToken(SECRET, id))).toBe(id)));
  });

  it('is worth nothing with another secret, for another change, or cut', () => {
    const token = emailChangeToken(SECRET, ID);
    for (const other of [emailChangeToken(`${SECRET}!`, ID), token.replace('0189', '0190'), token.slice(0, -3), `${token}.x`, ID, '.', ''])
      expect(readEmailChangeToken(SECRET, other)).toBeNull();
  });
});
