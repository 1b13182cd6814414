import { readDeviceKey } from '../../src/users/device-key/device-key.contract.js';
import { makePersonalToken } from '../../src/users/personal-tokens/personal-tokens.contract.js';
import { Caller } from '../support/caller.js';
import { startDaymark } from '../support/daymark.js';
import { PASSWORD } from '../support/people.js';

describe('the key for what a device could not send', () => {
  const daymark = startDaymark();

  it('is the same at each sign-in of a person, and another for everybody else', async () => {
    const [learner, other] = [await daymark.learner(), await daymark.learner()];
    const { key } = await learner.call(readDeviceKey, {});
    expect((await learner.call(readDeviceKey, {})).key).toBe(key);
    expect((await other.call(readDeviceKey, {})).key).not.toBe(key);
  });

  it('is for people who are signed in, and not for their scripts', async () => {
    const learner = await daymark.learner();
    const { token } = await learner.call(makePersonalToken, {
      body: { name: 'Study timer', scopes: ['read', 'log-study'], expiresInDays: 1, password: PASSWORD },
    });
    expect((await new Caller(daymark.url, token).refused(readDeviceKey, {})).type).toBe('/problems/scope-missing');
    expect((await new Caller(daymark.url).refused(readDeviceKey, {})).type).toBe('/problems/not-signed-in');
  });

  it('is never kept by a browser or a proxy', async () => {
    const learner = await daymark.learner();
    const { headers } = await fetch(`${daymark.url}/api/v1/accounts/me/device-key`, { headers: { authorization: `Bearer ${learner.token}` } });
    expect(headers.get('cache-control')).toBe('no-store');
  });
});
