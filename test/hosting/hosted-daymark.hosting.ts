/** Daymark as people host it: behind nginx on a path with PgBouncer, and behind Caddy at a root, with the very examples of docs/hosting.md. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDatabase } from '../../src/platform/boot/check-database.js';
import { waitForDatabase } from '../../src/platform/boot/wait-for-database.js';
import { dataFolder, freePort, removeFolder, StartedDaymark } from '../process/started-daymark.js';
import { freshDatabase } from '../support/daymark.js';
import { startCaddy, startNginx, startPgBouncer, type Running } from './proxies.js';
import { signsOut, tellStory } from './story.js';
import { openChromium } from './visitor.js';

const SECRET = 'a secret that only these tests know';
const BUILT = ['node', '--enable-source-maps', 'dist/src/main.js'];
const chromium = openChromium();

/** Warnings and errors; the log is JSON, what is said to people is not. */
const logLinesOf = ({ output }: StartedDaymark) => output.split('\n').filter((line) => line.startsWith('{'));

/** A page of Daymark as people see it through a proxy: signed in, reloaded, elsewhere, and without a network. */
async function looksRight(url: string, email: string): Promise<void> {
  const visit = await chromium.visit();
  const { page } = visit;
  await visit.signsIn(url, email);
  // The cookie comes back, so its path is right.
  await page.reload();
  await page.getByRole('button', { name: 'Log something else' }).waitFor();
  await page.getByRole('link', { name: 'Plan', exact: true }).first().click();
  await page.waitForURL(`${url}/plan`);
  await page.goto(`${url}/levels`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await visit.workerScope()).toBe(`${url}/`);
  expect(visit.faults).toEqual([]);
  expect([...visit.asked].filter((asked) => !asked.startsWith(`${url}/`))).toEqual([]);
  await visit.offline();
  // The service worker answers with the frame; what a page keeps for such times has tests of its own.
  expect((await page.goto(`${url}/plan`))?.fromServiceWorker()).toBe(true);
  await page.getByRole('link', { name: 'Today', exact: true }).first().waitFor();
  await visit.close();
}

describe('below a path, behind nginx, with PgBouncer in session mode and secrets in files', () => {
  const folder = dataFolder();
  const running: Running[] = [];
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let daymark: StartedDaymark;
  let kept = '';
  let removed = '';

  beforeAll(async () => {
    database = await freshDatabase();
    const pooler = await startPgBouncer(new URL(database.url));
    running.push(pooler);
    const [port, keptPort, removedPort] = [await freePort(), await freePort(), await freePort()];
    [kept, removed] = [`https://localhost:${keptPort}/daymark`, `https://localhost:${removedPort}/daymark`];
    writeFileSync(join(folder, 'database'), `${pooler.url}\n`, { mode: 0o600 });
    writeFileSync(join(folder, 'secret'), `${SECRET}\n`, { mode: 0o600 });
    const settings = {
      PORT: String(port),
      HOST: '::',
      DATABASE_URL_FILE: join(folder, 'database'),
      DAYMARK_TOKEN_SECRET_FILE: join(folder, 'secret'),
      DAYMARK_DATA_DIR: join(folder, 'data'),
      DAYMARK_PUBLIC_URL: kept,
      DAYMARK_TRUSTED_PROXIES: 'loopback',
    };
    daymark = await StartedDaymark.run(settings, BUILT);
    running.push(await startNginx(port, 'kept', keptPort), await startNginx(port, 'removed', removedPort));
    await daymark.ready();
  }, 120_000);
  afterAll(async () => {
    if (daymark.child.exitCode === null) await daymark.stop('SIGTERM');
    for (const each of running.reverse()) await each.stop();
    await database.drop();
    removeFolder(folder);
  }, 60_000);

  it.each(['keeps', 'removes'])(
    'tells the whole story and shows its pages, also without a network, if nginx %s the path',
    async (what) => {
      const url = what === 'keeps' ? kept : removed;
      const learner = await tellStory(url, kept);
      await looksRight(url, learner.email);
      await signsOut(learner);
    },
    120_000,
  );

  it('leads from the path without a slash into it', async () => {
    const answer = await fetch(kept);
    expect([answer.status, answer.url]).toEqual([200, `${kept}/`]);
  });

  it('gives cookies for that path, over TLS alone', async () => {
    const body = JSON.stringify({ email: `${Date.now()}@harbour.example`, password: 'correct harbour staple', name: 'Wren', timeZone: 'UTC' });
    const answer = await fetch(`${kept}/api/v1/accounts`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect(answer.headers.getSetCookie()).not.toEqual([]);
    for (const cookie of answer.headers.getSetCookie()) expect(cookie).toMatch(/; Path=\/daymark\/api\/v1\/sessions; HttpOnly; Secure/);
    expect(answer.headers.get('strict-transport-security')).toContain('max-age');
  });

  it('listens on IPv6 and IPv4', async () => {
    for (const host of ['[::1]', '127.0.0.1']) expect((await fetch(daymark.url.replace('localhost', host) + '/health/live')).status).toBe(200);
  });

  it('had nothing to warn about, and is healthy', async () => {
    expect(daymark.output).toContain(`Daymark is ready at ${kept}\n`);
    expect(logLinesOf(daymark)).toEqual([]);
    expect(await (await fetch(`${kept}/health/worker`)).json()).toMatchObject({ workerReady: true });
  });
});

describe('at a root, behind Caddy, in a namespace with a service of its name', () => {
  const folder = dataFolder();
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let daymark: StartedDaymark;
  let caddy: Running;
  let url = '';

  beforeAll(async () => {
    database = await freshDatabase();
    const [port, publicPort] = [await freePort(), await freePort()];
    url = `https://localhost:${publicPort}`;
    const ofKubernetes = { DAYMARK_PORT: 'tcp://10.0.0.1:3000', DAYMARK_SERVICE_HOST: '10.0.0.1', DAYMARK_PORT_3000_TCP_ADDR: '10.0.0.1' };
    const settings = { DATABASE_URL: database.url, DAYMARK_TOKEN_SECRET: SECRET, DAYMARK_DATA_DIR: join(folder, 'data'), DAYMARK_PUBLIC_URL: url };
    daymark = await StartedDaymark.run({ PORT: String(port), DAYMARK_TRUSTED_PROXIES: 'loopback', ...settings, ...ofKubernetes }, BUILT);
    caddy = await startCaddy(port, publicPort);
    await daymark.ready();
  }, 120_000);
  afterAll(async () => {
    if (daymark.child.exitCode === null) await daymark.stop('SIGTERM');
    await caddy.stop();
    await database.drop();
    removeFolder(folder);
  }, 60_000);

  it('tells the whole story and shows its pages', async () => {
    const learner = await tellStory(url);
    await looksRight(url, learner.email);
    await signsOut(learner);
  }, 120_000);

  it('says what of Kubernetes it ignores, and warns about nothing else', () => {
    expect(daymark.output).toMatch(/^Ignored DAYMARK_PORT, DAYMARK_SERVICE_HOST, DAYMARK_PORT_3000_TCP_ADDR: Kubernetes sets them for a service of that name/);
    expect(daymark.output).toContain(`Daymark is ready at ${url}\n`);
    expect(logLinesOf(daymark)).toEqual([]);
  });
});

describe('PgBouncer that can’t be used', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let pooler: Awaited<ReturnType<typeof startPgBouncer>>;
  const wordsOf = async (changes: Partial<Record<'password' | 'pathname', string>> = {}) => {
    const url = Object.assign(new URL(pooler.url), changes).href;
    return waitForDatabase(url, { seconds: 0 })
      .then(() => checkDatabase(url))
      .then(
        () => 'It starts.',
        (error: Error) => error.message,
      );
  };

  beforeAll(async () => {
    database = await freshDatabase();
    pooler = await startPgBouncer(new URL(database.url), 'transaction');
  }, 60_000);
  afterAll(async () => {
    await pooler.stop();
    await database.drop();
  }, 60_000);

  it('is refused in transaction mode, and told what to do', async () => {
    expect(await wordsOf()).toBe('DATABASE_URL leads to a pooler in transaction mode, which breaks LISTEN: use a direct address, or a pooler in session mode.');
  });

  it('is told from a wrong password and from a database that it does not have', async () => {
    expect(await wordsOf({ password: 'guess' })).toBe('The database refuses the user or the password in DATABASE_URL: correct them.');
    expect(await wordsOf({ pathname: '/nowhere' })).toMatch(/^(There is no database nowhere on that server|The pooler at \S+ knows no database nowhere)/);
  });
});
