import { startApp, startDaymark } from '../support/daymark.js';

/** Each test from a network of its own: on a shared Redis, what other files sent from this machine counts too. */
const SETTINGS = { DAYMARK_SIGN_IN_PER_MINUTE: '3', DAYMARK_TRUSTED_PROXIES: '127.0.0.1' };

describe('limits of two processes', () => {
  const daymark = startDaymark({ settings: SETTINGS });
  const knock = async (url: string, from: string, body: object) => {
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': from };
    return (await fetch(`${url}/api/v1/sessions`, { method: 'POST', headers, body: JSON.stringify(body) })).status;
  };
  const withSecond = async (work: (first: string, second: string) => Promise<void>) => {
    const second = await startApp(daymark.databaseUrl, { settings: SETTINGS });
    try {
      await work(daymark.url, (await second.getUrl()).replace('[::1]', 'localhost'));
    } finally {
      await second.close();
    }
  };

  it('count the guesses of a password together', () =>
    withSecond(async (first, second) => {
      const guess = (url: string) => knock(url, '203.0.113.1', { email: 'someone@harbour.example', password: 'a guess of it' });
      for (const url of [first, second, first]) expect(await guess(url)).toBe(401);
      for (const url of [first, second]) expect(await guess(url)).toBe(429);
    }));

  it('count what comes from one network each for itself, or together where they share a Redis', () =>
    withSecond(async (first, second) => {
      for (let round = 0; round < 60; round++) expect(await knock(first, '203.0.113.2', {})).toBe(400);
      expect(await knock(first, '203.0.113.2', {})).toBe(429);
      expect(await knock(second, '203.0.113.2', {})).toBe(process.env.TEST_REDIS_URL ? 429 : 400);
    }));
});
