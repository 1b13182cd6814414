import fc from 'fast-check';
import { assertProperty } from '../../test/support/property.js';
import { isCommonPassword } from './common-passwords.js';
import { newPassword } from './tokens.js';
import { weaknessOf } from './weak-password.js';

const wren = { email: 'wren@harbour.example', name: 'Wren Harbour' };
const weakness = (password: string, owner = wren) => weaknessOf(password, owner, isCommonPassword);

describe('a password that is easy to guess', () => {
  it.each(['          ', 'aaaaaaaaaa', '1212121212', 'abababababab', '\u3000'.repeat(10)])('has few characters: “%s”', async (password) => {
    expect(await weakness(password)).toBe('few-characters');
  });

  it.each(['abcdefghijkl', '9876543210', '1234567890', '4567890123', 'ABCDEFGHIJ', '１２３４５６７８９０'])('is a row: %s', async (password) => {
    expect(await weakness(password)).toBe('run');
  });

  it.each(['qwertyuiop', 'QWERTYUIOP', 'Password2026!', '!!manchester1', '1q2w3e4r5t', 'passwordpassword', 'ｑｗｅｒｔｙｕｉｏｐ'])(
    'is common: %s',
    async (password) => expect(await weakness(password)).toBe('common'),
  );

  it.each(['wren@harbour.example', 'WREN@HARBOUR.EXAMPLE', 'wrenharbour', 'Harbour-Wren-1987', 'daymark2026', 'Daymark Daymark', 'my daymark'])(
    'is made of the words of its owner or of the product: %s',
    async (password) => expect(await weakness(password)).toBe('own-words'),
  );

  it('is made of a name in any script and normal form', async () => {
    expect(await weakness('ÉLODIE-élodie', { email: 'e@harbour.example', name: 'Élodie'.normalize('NFD') })).toBe('own-words');
  });
});

describe('a password that is hard to guess', () => {
  it.each(['correct horse battery', 'a new one, at last', 'a good long password', 'wren flies over the harbour', 'love 29384756102938', 'zażółć gęślą jaźń'])(
    'is taken: %s',
    async (password) => expect(await weakness(password)).toBeNull(),
  );

  it('is any that Daymark makes', async () => {
    for (let n = 0; n < 50; n++) expect(await weakness(newPassword())).toBeNull();
  });

  it('is almost any made at random, whoever it is for', async () => {
    const random = fc.stringMatching(/^[a-z0-9]{16}$/).filter((text) => new Set(text).size > 8);
    await assertProperty(fc.asyncProperty(random, async (password) => expect(await weakness(password)).toBeNull()));
  });

  it.each(['pass\u00adword12', 'pass\u200bword12', 'pass\u2060word\ufeff12'])('is not better for invisible characters: %j', async (password) => {
    const owner = { email: 'ada@harbour.example', name: 'Ada Pier' };
    expect(await weaknessOf(password, owner, async (text) => text === 'password')).toBe('common');
  });
});
