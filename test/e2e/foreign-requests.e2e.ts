import { setReminderRule } from '../../src/reminders/reminders.contract.js';
import { startDaymark } from '../support/daymark.js';
import { PASSWORD } from '../support/people.js';

const PUBLIC = 'https://daymark.example';
const FORM = 'application/x-www-form-urlencoded';

describe('a page of another site', () => {
  const daymark = startDaymark({ settings: { DAYMARK_PUBLIC_URL: PUBLIC } });
  const send = (method: string, path: string, headers: Record<string, string>, body: string | FormData | URLSearchParams = '{}') =>
    fetch(`${daymark.url}/api/v1${path}`, { method, headers, body });
  const outcome = async (answer: Promise<Response>) => {
    const { type } = (await (await answer).json()) as { type?: string };
    return type?.replace('/problems/', '') ?? (await answer).status;
  };
  const asJson = { 'content-type': 'application/json' };

  const FROM_BROWSERS: [method: string, path: string][] = [
    ['POST', '/sessions'],
    ['PUT', '/sessions/current'],
    ['DELETE', '/sessions/current'],
    ['POST', '/accounts'],
    ['PATCH', '/accounts/me'],
    ['PUT', '/accounts/me/password'],
    ['DELETE', '/accounts/me'],
    ['POST', '/password-resets'],
    ['PUT', '/password-resets/made-up'],
    ['POST', '/personal-tokens'],
  ];

  it.each(FROM_BROWSERS)('sends no form to %s %s', async (method, path) => {
    for (const type of [FORM, 'text/plain', 'multipart/form-data; boundary=x', 'Text/Plain;charset=UTF-8'])
      expect(await outcome(send(method, path, { 'content-type': type }, 'email=a&password=b'))).toBe('wrong-content-type');
  });

  it.each(FROM_BROWSERS)('sends nothing to %s %s', async (method, path) => {
    for (const from of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'https://evil.example' }, { origin: 'null' }])
      expect(await outcome(send(method, path, { ...asJson, ...from } as Record<string, string>))).toBe('foreign-origin');
  });

  it.each<[who: string, headers: () => Record<string, string>]>([
    ['our own page', () => ({ 'sec-fetch-site': 'same-origin', origin: PUBLIC })],
    ['our own page on plain http', () => ({ origin: PUBLIC })],
    ['our own page at the host that was asked', () => ({ origin: daymark.url })],
    ['a program that is no browser', () => ({})],
  ])('is not %s, which signs in', async (_, headers) => {
    const { email } = await daymark.someone();
    const answer = await send('POST', '/sessions', { ...asJson, ...headers() }, JSON.stringify({ email, password: PASSWORD }));
    expect(answer.status).toBe(201);
  });

  it('is a mail program too, whose click unsubscribes', async () => {
    const learner = await daymark.learner({ enrolled: false });
    await learner.call(setReminderRule, { body: { localTime: '18:00', enabled: true } });
    const type = { 'content-type': FORM, origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' };
    // A made-up link is told apart from a refusal of the form.
    expect(await outcome(send('POST', '/unsubscriptions/made-up', type, 'List-Unsubscribe=One-Click'))).toBe('not-found');
  });

  it('may be an app of somebody who gave it a personal token', async () => {
    const headers = { ...asJson, origin: 'https://app.example', 'sec-fetch-site': 'cross-site', authorization: 'Bearer daymark_pat_made-up' };
    expect(await outcome(send('POST', '/enrollments/01890000-0000-7000-8000-000000000000/study-entries', headers))).toBe('not-signed-in');
  });
});
