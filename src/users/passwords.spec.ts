import { hash } from '@node-rs/argon2';
import { fits, hashOfNobody, hashPassword } from './passwords.js';

const COST = { DAYMARK_PASSWORD_MEMORY_KIB: 19_456 };

describe('a password', () => {
  it('fits its own hash and no other, and never nobody', async () => {
    const hash = await hashPassword('correct horse battery', COST);
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(hash).not.toBe(await hashPassword('correct horse battery', COST));
    expect(await fits('correct horse battery', hash, COST)).toBe(true);
    expect(await fits('correct horse batterz', hash, COST)).toBe(false);
    expect(await fits('correct horse battery', null, COST)).toBe(false);
    expect(await fits('', undefined, COST)).toBe(false);
  });

  it('fits however a keyboard writes it, and where its hash is from before that was so', async () => {
    const [composed, decomposed, wide] = ['zażółć gęślą', 'zażółć gęślą'.normalize('NFD'), 'ｃｏｒｒｅｃｔ ｈｏｒｓｅ'];
    expect(await fits(decomposed, await hashPassword(composed, COST), COST)).toBe(true);
    expect(await fits(composed, await hashPassword(decomposed, COST), COST)).toBe(true);
    expect(await fits('correct horse', await hashPassword(wide, COST), COST)).toBe(true);
    for (const old of [decomposed, wide]) expect(await fits(old, await hash(old), COST)).toBe(true);
  });

  it('of nobody costs as much to check as anybody’s', async () => {
    const costOf = (hash: string) => hash.split('$').slice(1, 4);
    for (const cost of [COST, { DAYMARK_PASSWORD_MEMORY_KIB: 65_536 }])
      expect(costOf(hashOfNobody(cost))).toEqual(costOf(await hashPassword('correct horse battery', cost)));
  });
});
