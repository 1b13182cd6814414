import { maskedEmail, readUnsubscribeToken, unsubscribeToken } from './unsubscribe-token.js';

const secret = 'a secret of thirty-two characters';
const declined = { accountId: '018f3c2e-0000-7000-8000-00000000abcd', kind: 'study-reminder' } as const;
const token = unsubscribeToken(secret, declined);

describe('the token of an unsubscribe link', () => {
  it('says whose mail of which kind it ends, for ever', () => {
    expect(readUnsubscribeToken(secret, token)).toEqual(declined);
    expect(token).toMatch(/^[\w.-]+$/);
    expect(token.length).toBeLessThan(150);
  });

  it.each([
    ['for somebody else', token.replace('abcd', 'abce')],
    ['cut short', token.slice(0, -1)],
    ['with more behind it', `${token}.x`],
    ['of another kind', token.replace('study-reminder', 'password-reset')],
    ['of nothing', ''],
    ['without a signature', token.split('.').slice(0, 2).join('.')],
  ])('is worth nothing %s', (_, changed) => {
    expect(readUnsubscribeToken(secret, changed)).toBeNull();
  });

  it('is worth nothing under another secret', () => {
    expect(readUnsubscribeToken('another secret of the same length', token)).toBeNull();
  });
});

describe('an address shown to who holds the link', () => {
  it('is known to its owner, and not told to others', () => {
    expect(maskedEmail('wren@harbour.example')).toBe('w…@h….example');
    expect(maskedEmail('𝒲ren@harbour.example')).toBe('𝒲…@h….example');
    expect(maskedEmail('w@localhost')).toBe('w…@l…');
  });
});
