/** Below a path, and over TLS that a proxy ends. What proxies themselves do to requests is tested with the real ones (test/hosting). */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../src/create-app.js';
import { register, renewSession } from '../../src/users/users.contract.js';
import { Caller } from '../support/caller.js';
import { freshDatabase, testConfig } from '../support/daymark.js';
import { Someone } from '../support/people.js';
import { SetClock } from '../support/set-clock.js';

/** A process with these settings, and the log that it writes. */
function daymarkWith(settings: Record<string, string>) {
  const lines: string[] = [];
  let app: NestFastifyApplication;
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  beforeAll(async () => {
    database = await freshDatabase();
    const config = testConfig({ DAYMARK_ROLES: 'api', DAYMARK_LOG_LEVEL: 'warn', ...settings });
    const log = { write: (line: string) => void lines.push(line) };
    app = await createApp({ config, databaseUrl: database.url, queueStore: { databaseUrl: database.url }, clock: new SetClock(), log });
    await app.listen(0, '127.0.0.1');
  }, 180_000);
  afterAll(async () => {
    await app.close();
    await database.drop();
  }, 180_000);
  return {
    url: () => app.getUrl(),
    get: async (path: string, headers: Record<string, string> = {}) => fetch((await app.getUrl()) + path, { headers }),
    /** The sentences of the warnings about a setting. */
    warnings: (setting: string) => lines.map((line) => JSON.parse(line) as { setting?: string; msg: string }).filter((line) => line.setting === setting),
  };
}

const cookiesOf = async (url: string, headers: Record<string, string> = {}): Promise<string[]> => {
  const body = JSON.stringify({ email: `p${Math.random()}@harbour.example`, password: 'correct harbour staple', name: 'Wren', timeZone: 'UTC' });
  const answer = await fetch(`${url}/api/v1/accounts`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
  expect(answer.status).toBe(201);
  return answer.headers.getSetCookie();
};

describe('a public address with a path', () => {
  const daymark = daymarkWith({ DAYMARK_PUBLIC_URL: 'https://learn.example.org/daymark' });

  it.each(['/daymark', ''])('is served by a proxy that sends %s before our addresses', async (sent) => {
    const url = `${await daymark.url()}${sent}`;
    const learner = await new Someone(url).registers();
    await learner.call(renewSession, {});
    expect((await daymark.get(`${sent}/health/live`)).status).toBe(200);
    expect((await daymark.get(`${sent}/api/v1/certifications`)).status).toBe(200);
    expect((await daymark.get(`${sent}/api/v1/nothing?x=/daymark/y`)).status).toBe(404);
  });

  it('tells that path from one that only begins alike', async () => {
    expect(await (await daymark.get('/daymark/api/v1/certifications')).text()).toContain('"items"');
    expect(await (await daymark.get('/daymarks/api/v1/certifications')).text()).not.toContain('"items"');
    expect(await new Caller(`${await daymark.url()}/daymark/daymark`).call(register, { body: {} as never }).catch(() => 'refused')).toBe('refused');
  });

  it('is where cookies go, and where the description of the API says the API is', async () => {
    const cookies = await cookiesOf(await daymark.url());
    expect(cookies).not.toEqual([]);
    for (const cookie of cookies) expect(cookie).toMatch(/; Path=\/daymark\/api\/v1\/sessions; HttpOnly; Secure; SameSite=Strict$/);
    expect(await (await daymark.get('/daymark/api/openapi.json')).json()).toMatchObject({ servers: [{ url: '/daymark/api/v1' }] });
  });
});

describe('a trusted proxy that ends TLS', () => {
  const daymark = daymarkWith({ DAYMARK_TRUSTED_PROXIES: 'loopback' });
  const FORWARDED = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'learn.example.org' };

  it('makes cookies secure and turns HSTS on, without a public address', async () => {
    for (const cookie of await cookiesOf(await daymark.url(), FORWARDED)) expect(cookie).toContain('; Secure');
    for (const cookie of await cookiesOf(await daymark.url())) expect(cookie).not.toContain('; Secure');
    expect((await daymark.get('/health/live', FORWARDED)).headers.get('strict-transport-security')).toContain('max-age=');
    expect((await daymark.get('/health/live')).headers.get('strict-transport-security')).toBeNull();
  });

  it('shows that the public address is not set, in one warning', async () => {
    for (let time = 0; time < 5; time++) await daymark.get('/', FORWARDED);
    expect(daymark.warnings('DAYMARK_PUBLIC_URL').map(({ msg }) => msg)).toEqual([
      'A request came for https://learn.example.org, but links in mail lead to http://localhost:3000. If people use the first address, set DAYMARK_PUBLIC_URL to it.',
    ]);
    expect(daymark.warnings('DAYMARK_TRUSTED_PROXIES')).toEqual([]);
  });
});

describe('a proxy that is not trusted', () => {
  const daymark = daymarkWith({ DAYMARK_PUBLIC_URL: 'https://learn.example.org' });
  const FORWARDED = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example' };

  it('is named in one warning, and what it says is not used', async () => {
    for (let time = 0; time < 5; time++) await daymark.get('/', FORWARDED);
    expect(daymark.warnings('DAYMARK_TRUSTED_PROXIES').map(({ msg }) => msg)).toEqual([
      expect.stringMatching(/^A proxy at 127\.0\.0\.1 forwards requests and is not trusted.*set DAYMARK_TRUSTED_PROXIES to its address or range\.$/),
    ]);
    expect(daymark.warnings('DAYMARK_PUBLIC_URL')).toEqual([]);
  });
});
