import { describe, expect, it } from '@jest/globals';
import { lazyCode } from './lazy-code';

describe('code that is loaded when it is needed', () => {
  it('is fetched once for all who ask', async () => {
    let fetches = 0;
    const code = lazyCode(() => Promise.resolve(`form ${++fetches}`));
    expect(code.read()).toBeUndefined();
    expect(await Promise.all([code.load(), code.load()])).toEqual(['form 1', 'form 1']);
    expect([await code.load(), code.read(), fetches]).toEqual(['form 1', 'form 1', 1]);
  });

  it('is fetched again after a failure', async () => {
    let fetches = 0;
    const code = lazyCode(() => (++fetches === 1 ? Promise.reject(new Error('no network')) : Promise.resolve('form')));
    await expect(code.load()).rejects.toThrow('no network');
    expect(code.read()).toBeUndefined();
    expect([await code.load(), fetches]).toEqual(['form', 2]);
  });
});
