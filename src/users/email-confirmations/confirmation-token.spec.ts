import { confirmationToken, isConfirmedBy, readConfirmationToken } from './confirmation-token.js';

const SECRET = 'a secret that only this spec knows';
const accountId = '01890000-0000-7000-8000-000000000000';
const expiresAt = new Date('2026-03-09T09:00:00Z');
const before = new Date('2026-03-09T08:59:59Z');
const token = confirmationToken(SECRET, { accountId, expiresAt }, 'wren@harbour.example');
const holds = (text: string, email = 'wren@harbour.example', now = before, secret = SECRET) => {
  const read = readConfirmationToken(text);
  return read !== null && isConfirmedBy(secret, read, email, now);
};

describe('a link that confirms an address', () => {
  it('holds until its end, for its address, and by our secret alone', () => {
    expect(readConfirmationToken(token)).toMatchObject({ accountId, expiresAt });
    expect(holds(token)).toBe(true);
    expect(holds(token, 'wren@harbour.example', expiresAt)).toBe(false);
    expect(holds(token, 'rook@harbour.example')).toBe(false);
    expect(holds(token, 'wren@harbour.example', before, 'another secret')).toBe(false);
  });

  it('is not one with another end, another account, or nothing in it', () => {
    expect(holds(token.replace(/\.\d{10}\./, '.1999999999.'))).toBe(false);
    expect(holds(token.replace('01890000', '01890001'))).toBe(false);
    for (const text of ['', 'made-up', `${token}.x`, token.slice(0, -2), `${accountId}.1773046800.`]) expect(holds(text)).toBe(false);
  });
});
