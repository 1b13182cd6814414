import { MAX_AGE_MS, SessionCache, UNCACHED_MS } from './session-cache.js';

const claims = { sub: 'account', sid: 'session' };
const person = { id: 'account', roles: ['learner'] } as const;

function stage() {
  let [now, reads] = [1_000_000, 0];
  const cache = new SessionCache(() => now);
  return {
    cache,
    pass: (ms: number) => (now += ms),
    get: (freshness: 'recent' | 'fresh' = 'recent') => cache.get(claims, freshness, () => Promise.resolve((reads++, person))),
    reads: () => reads,
  };
}

describe('the cache of sessions', () => {
  it('reads once for the requests of five seconds, however many come at once', async () => {
    const { get, pass, reads } = stage();
    await Promise.all([get(), get(), get()]);
    pass(MAX_AGE_MS - 1);
    await get();
    expect(reads()).toBe(1);
    pass(1);
    await get();
    expect(reads()).toBe(2);
  });

  it('reads each time for whoever needs it fresh, and keeps that answer for the others', async () => {
    const { get, reads } = stage();
    for (const freshness of ['fresh', 'fresh', 'recent'] as const) await get(freshness);
    expect(reads()).toBe(2);
  });

  it('keeps nothing of an account from its change until the change is surely committed', async () => {
    const { cache, get, pass, reads } = stage();
    await get();
    cache.forget('somebody else');
    await get();
    expect(reads()).toBe(1);
    cache.forget(claims.sub);
    for (const _ of [1, 2]) await get();
    expect(reads()).toBe(3);
    pass(UNCACHED_MS);
    for (const _ of [1, 2]) await get();
    expect(reads()).toBe(4);
  });

  it('forgets an answer that was still being read when the account changed', async () => {
    const { cache, get, pass, reads } = stage();
    const before = get();
    cache.forget(claims.sub);
    await before;
    pass(UNCACHED_MS);
    await get();
    expect(reads()).toBe(2);
  });

  it('does not trust an entry when the clock is set back', async () => {
    const { get, pass, reads } = stage();
    await get();
    pass(-3_600_000);
    await get();
    expect(reads()).toBe(2);
  });

  it('keeps no answer that could not be read', async () => {
    const { cache, get } = stage();
    await expect(cache.get(claims, 'recent', () => Promise.reject(new Error('The database is down')))).rejects.toThrow('down');
    expect(await get()).toBe(person);
  });

  it('keeps the sessions of two accounts apart', async () => {
    const { cache, get } = stage();
    await get();
    expect(await cache.get({ ...claims, sub: 'somebody else' }, 'recent', () => Promise.resolve(undefined))).toBeUndefined();
  });
});
