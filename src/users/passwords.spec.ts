import { hash } from '@node-rs/argon2';
import { fits, hashPassword } from './passwords.js';

describe('a password', () => {
  it('fits its own hash and no other, and never nobody', async () => {
    const hash = await hashPassword('correct horse battery');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(hash).not.toBe(await hashPassword('correct horse battery'));
    expect(await fits('correct horse battery', hash)).toBe(true);
    expect(await fits('correct horse batterz', hash)).toBe(false);
    expect(await fits('correct horse battery', null)).toBe(false);
    expect(await fits('', undefined)).toBe(false);
  });

  it('fits however a keyboard writes it, and where its hash is from before that was so', async () => {
    const [composed, decomposed, wide] = ['zażółć gęślą', 'zażółć gęślą'.normalize('NFD'), 'ｃｏｒｒｅｃｔ ｈｏｒｓｅ'];
    expect(await fits(decomposed, await hashPassword(composed))).toBe(true);
    expect(await fits(composed, await hashPassword(decomposed))).toBe(true);
    expect(await fits('correct horse', await hashPassword(wide))).toBe(true);
    for (const old of [decomposed, wide]) expect(await fits(old, await hash(old))).toBe(true);
  });

  it('of nobody takes as long to check as anybody’s', async () => {
    const hash = await hashPassword('correct horse battery');
    const timed = async (of: string | null) => {
      const since = performance.now();
      await fits('a guess', of);
      return performance.now() - since;
    };
    const times = { known: 0, nobodys: 0 };
    for (const _ of [1, 2, 3]) {
      times.known += await timed(hash);
      times.nobodys += await timed(null);
    }
    expect(times.nobodys / times.known).toBeGreaterThan(0.3);
  });
});
