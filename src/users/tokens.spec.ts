import { hashOf, newPassword, newToken, successorOf } from './tokens.js';

describe('a refresh token', () => {
  it('is followed by the same one each time, and by another under another secret', () => {
    const token = newToken();
    expect(successorOf(token, 'one')).toBe(successorOf(token, 'one'));
    expect(successorOf(token, 'one')).not.toBe(successorOf(token, 'two'));
    expect(successorOf(token, 'one')).not.toBe(token);
  });

  it('cannot be told from what is stored of it', () => {
    const token = newToken();
    expect(hashOf(token)).not.toContain(token);
    expect(hashOf(token)).toHaveLength(43);
    expect(token).toHaveLength(43);
  });
});

describe('a generated password', () => {
  it('is long enough, in groups, and another each time', () => {
    expect(newPassword()).toMatch(/^([2-9a-km-np-z]{5}-){3}[2-9a-km-np-z]{5}$/);
    expect(newPassword()).not.toBe(newPassword());
  });
});
