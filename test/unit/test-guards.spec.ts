import { guarded } from '../support/test-guards.js';

describe('the guard of tests and hooks', () => {
  const timers = () => process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
  const never = () => new Promise(() => undefined);

  it.each([
    ['throws at once', () => fail('broken')],
    ['rejects', () => Promise.reject(new Error('broken'))],
  ])('ends with a test that %s, and its limit fails no test that runs later', async (_, test) => {
    const before = timers();
    await expect(guarded(test, 60_000)()).rejects.toThrow('broken');
    expect(timers()).toBe(before);
  });

  it('fails a test that takes longer than its limit', async () => {
    await expect(guarded(never, 1)()).rejects.toThrow('This took longer than 1 ms');
  });

  it('fails the test during which something fails that nobody waits for', async () => {
    const test = () => (void Promise.reject(new Error('nobody waits for this')), never());
    await expect(guarded(test)()).rejects.toThrow('nobody waits for this');
  });
});

function fail(why: string): never {
  throw new Error(why);
}
