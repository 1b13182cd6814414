import { createServer, connect, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { ownAccount, register, signIn } from '../../src/users/users.contract.js';
import { setAccountRoles } from '../../src/users/users.contract.js';
import { freshDatabase, startApp, startDaymark } from '../support/daymark.js';
import { Caller } from '../support/caller.js';

describe('a refusal', () => {
  const daymark = startDaymark();
  const ask = (path: string, init: RequestInit = {}) => fetch(`${daymark.url}${path}`, init);
  const post = (path: string, body: string, type = 'application/json') => ask(path, { method: 'POST', body, headers: { 'content-type': type } });

  it.each([
    ['an address that is none', () => ask('/api/v1/nowhere'), 404, 'not-found'],
    ['a write to an address that is none', () => post('/api/v1/nowhere', '{}'), 404, 'not-found'],
    ['JSON that is none', () => post('/api/v1/sessions', '{"email": '), 400, 'malformed-body'],
    ['an empty body that says it is JSON', () => post('/api/v1/sessions', ''), 400, 'malformed-body'],
    ['a content type nobody reads', () => post('/api/v1/sessions', '<x/>', 'application/xml'), 415, 'wrong-content-type'],
    ['a body without end', () => post('/api/v1/sessions', JSON.stringify({ email: 'x'.repeat(2_000_000) })), 413, 'body-too-large'],
    ['a request without a token', () => ask('/api/v1/accounts/me'), 401, 'not-signed-in'],
    ['a token that is made up', () => ask('/api/v1/accounts/me', { headers: { authorization: 'Bearer a.b.c' } }), 401, 'not-signed-in'],
  ])('of %s is a problem that says what to do', async (_, request, status, slug) => {
    const response = await request();
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await response.json()).toMatchObject({ type: `/problems/${slug}`, status, title: expect.any(String), detail: expect.any(String) });
    expect(response.status).toBe(status);
  });

  it('names every field that is wrong, at once', async () => {
    const problem = await daymark.visitor().refused(register, { body: { email: 'nobody', password: 'short', name: ' ', timeZone: 'Atlantis/Deep' } });
    expect(problem).toMatchObject({ type: '/problems/invalid-input', status: 400 });
    expect(problem.errors?.map(({ path }) => path).sort()).toEqual(['body.email', 'body.name', 'body.password', 'body.timeZone']);
  });

  it('of an act that another account role may do says so', async () => {
    const learner = await daymark.learner({ enrolled: false });
    const problem = await learner.refused(setAccountRoles, { params: { accountId: learner.id }, body: { accountRoles: ['admin'] } });
    expect(problem).toMatchObject({ type: '/problems/not-permitted', status: 403 });
  });

  it('tells a token that ran out from one that holds', async () => {
    const learner = await daymark.learner({ enrolled: false });
    learner.renews = false;
    expect(await learner.call(ownAccount, {})).toMatchObject({ id: learner.id });
    daymark.clock.pass({ minutes: 16 });
    expect(await learner.refused(ownAccount, {})).toMatchObject({ type: '/problems/not-signed-in' });
  });
});

describe('a page in the browser', () => {
  const daymark = startDaymark();

  it('gets a strict policy, a request id and no hint of what serves it', async () => {
    const { headers } = await fetch(`${daymark.url}/api/v1/certifications`);
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

describe('someone who tries passwords', () => {
  const daymark = startDaymark({ settings: { DAYMARK_SIGN_IN_PER_MINUTE: '3' } });

  it('is made to wait, while others at the same address come in', async () => {
    const learner = await daymark.learner({ enrolled: false });
    const visitor = daymark.visitor();
    const attempt = () => visitor.refused(signIn, { body: { email: 'somebody@harbour.example', password: 'guess' } });
    for (const _ of [1, 2, 3]) expect(await attempt()).toMatchObject({ type: '/problems/wrong-credentials' });
    expect(await attempt()).toMatchObject({ type: '/problems/too-many-requests', status: 429, seconds: expect.any(Number) });
    expect((await learner.signsIn(learner.email)).token).toBeTruthy();
  });
});

describe('a database that went away', () => {
  it('is a 503 that says when to come back, and works again by itself', async () => {
    const database = await freshDatabase();
    const line = await interruptible(database.url);
    const app = await startApp(line.url, { settings: { DAYMARK_STATEMENT_TIMEOUT_MS: '1000' } });
    try {
      const visitor = new Caller((await app.getUrl()).replace('[::1]', 'localhost'));
      const attempt = { body: { email: 'somebody@harbour.example', password: 'whatever it was' } };
      expect(await visitor.refused(signIn, attempt)).toMatchObject({ type: '/problems/wrong-credentials' });
      line.cut();
      expect(await visitor.refused(signIn, attempt)).toMatchObject({ type: '/problems/database-down', status: 503 });
      line.mend();
      expect(await visitor.refused(signIn, attempt)).toMatchObject({ type: '/problems/wrong-credentials' });
    } finally {
      line.mend();
      await app.close();
      await line.close();
      await database.drop();
    }
  }, 60_000);
});

describe('a database whose disk is full', () => {
  const daymark = startDaymark();
  const registers = () => ({ body: { email: 'wren@harbour.example', password: 'measuring is knowing', name: 'Wren', timeZone: 'UTC' } });

  it('is a 503 that says so, and works again when there is space', async () => {
    await daymark.database.query(`
      create function out_of_space() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file: No space left on device' using errcode = 'disk_full'; end $$`);
    await daymark.database.query('create trigger out_of_space before insert on account for each row execute function out_of_space()');
    expect(await daymark.visitor().refused(register, registers())).toMatchObject({
      ...{ type: '/problems/disk-full', status: 503, title: 'The server has no space left' },
      detail: 'Tell the person who runs this Daymark, and try again when there is space.',
    });
    await daymark.database.query('drop function out_of_space cascade');
    await daymark.visitor().call(register, registers());
  });
});

/** A connection to the database that the test can interrupt. */
async function interruptible(url: string) {
  const target = new URL(url);
  const [port, host] = [Number(target.port), target.hostname];
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer((from) => {
    if (isCut) return void from.destroy();
    const to = connect(port, host);
    for (const end of [from, to]) {
      open.add(end);
      end
        .on('error', () => undefined)
        .on('close', () => {
          open.delete(end);
          from.destroy();
          to.destroy();
        });
    }
    from.pipe(to).pipe(from);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  target.port = String((server.address() as AddressInfo).port);
  const hangUp = () => open.forEach((end) => end.destroy());
  return {
    url: target.toString(),
    cut: () => {
      isCut = true;
      hangUp();
    },
    mend: () => {
      isCut = false;
    },
    close: () => {
      hangUp();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
