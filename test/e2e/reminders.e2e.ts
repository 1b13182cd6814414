import type { ParsedMail } from 'mailparser';
import { Signals } from '../../src/platform/queue/signals.js';
import { Triggers } from '../../src/platform/queue/triggers.js';
import { readReminderRule, readUnsubscription, setReminderRule, unsubscribe } from '../../src/reminders/reminders.contract.js';
import { changeAccount, deleteAccount } from '../../src/users/users.contract.js';
import { startApp, startDaymark } from '../support/daymark.js';
import { PASSWORD, type Learner } from '../support/people.js';
import { postOffice } from '../support/post-office.js';

const office = postOffice();
const settings = { SMTP_URL: await office.listen(), DAYMARK_PUBLIC_URL: 'https://daymark.example' };
afterAll(() => office.close());

type Daymark = ReturnType<typeof startDaymark>;

/** Enrolled on a Monday at nine, with study planned each day but Friday and Sunday, and a rule that was worked out. */
async function remindedLearner(daymark: Daymark, who: Parameters<Daymark['learner']>[0] = {}): Promise<Learner> {
  const learner = await daymark.learner(who);
  while ((await learner.plan()).items.length === 0);
  while ((await learner.call(readReminderRule, {})).nextDueAt === null) daymark.triggers.fire('reminders');
  return learner;
}

/** Moves the clock and waits until this person's reminder was decided; the receipts, oldest first. */
async function at(daymark: Daymark, instant: string, learner: Learner): Promise<{ date: string; outcome: string; detail: string }[]> {
  const decided = daymark.signal('reminder-decided', learner.id);
  daymark.clock.setTo(instant);
  daymark.triggers.fire('reminders');
  await decided;
  return receipts(daymark, learner);
}

const receipts = (daymark: Daymark, { id }: Learner): Promise<{ date: string; outcome: string; detail: string }[]> =>
  daymark.database.query('select local_date as date, outcome, detail from reminder_decision where account_id = $1 order by 1', [id]);

/** What a person finds in the mail: the page that ends reminders, and the address for one click. */
const links = (mail: ParsedMail) => {
  const [token] = /(?<=\/unsubscribe\/)\S+/.exec(mail.text ?? '') ?? [];
  return { token: token!, oneClick: (mail.headers.get('list') as { unsubscribe: { url: string } }).unsubscribe.url };
};

const oneClickForm = () => {
  const form = new FormData();
  form.set('List-Unsubscribe', 'One-Click');
  return form;
};

describe('a reminder', () => {
  const daymark = startDaymark({ worker: true, settings });
  let learner: Learner;

  it('comes at the usual time of the learner, who never said when', async () => {
    learner = await remindedLearner(daymark, { timeZone: 'Europe/Berlin', name: 'Wren & Co' });
    expect(await learner.call(readReminderRule, {})).toEqual({
      localTime: '18:00',
      enabled: true,
      timeZone: 'Europe/Berlin',
      nextDueAt: '2026-03-02T17:00:00.000Z',
      disabledWhy: null,
    });
    const planned = (await learner.plan()).items.filter(({ date }) => date === '2026-03-02');
    expect(await at(daymark, '2026-03-02T17:00:00Z', learner)).toEqual([
      { date: '2026-03-02', outcome: 'sent', detail: expect.stringContaining('in 1 of 1 planned') },
    ]);
    const mail = await office.to(learner.email);
    for (const { title } of planned) expect(mail.text).toContain(title);
    expect(mail.text).toContain('https://daymark.example/today');
    expect(mail.html).toContain('Wren &amp; Co, nothing is logged for today yet.');
  });

  it('can be ended in one click, by the mail program or on a page', () => {
    const [mail] = office.allTo(learner.email);
    const { token, oneClick } = links(mail!);
    expect(oneClick).toBe(`https://daymark.example/api/v1/unsubscriptions/${token}`);
    expect(mail!.headerLines.filter(({ key }) => key === 'list-unsubscribe')).toHaveLength(1);
    expect(mail!.headerLines.find(({ key }) => key === 'list-unsubscribe-post')?.line).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });

  it('comes once for a date, also when it is asked for at another time of that day', async () => {
    await learner.signsIn(learner.email);
    await learner.call(setReminderRule, { body: { localTime: '20:00', enabled: true } });
    expect(await at(daymark, '2026-03-02T19:00:30Z', learner)).toMatchObject([{ outcome: 'sent' }]);
    expect(await daymark.database.query('select 1 from message where person_id = $1', [learner.id])).toHaveLength(1);
    expect(office.allTo(learner.email)).toHaveLength(1);
  });

  it('does not come where something was logged on the date', async () => {
    daymark.clock.setTo('2026-03-03T10:00:00Z');
    await learner.signsIn(learner.email);
    await learner.logs({ date: '2026-03-03', minutes: 5 });
    expect((await at(daymark, '2026-03-03T19:00:00Z', learner)).at(-1)).toMatchObject({ date: '2026-03-03', outcome: 'already-studied' });
  });

  it('is not made up for when the worker was away for more than six hours', async () => {
    expect((await at(daymark, '2026-03-05T02:00:00Z', learner)).at(-1)).toMatchObject({ date: '2026-03-04', outcome: 'too-late' });
    await learner.signsIn(learner.email);
    expect(await learner.call(readReminderRule, {})).toMatchObject({ nextDueAt: '2026-03-05T19:00:00.000Z' });
  });

  it('does not come on a day without study planned', async () => {
    await at(daymark, '2026-03-05T19:00:00Z', learner);
    expect((await at(daymark, '2026-03-06T19:00:00Z', learner)).slice(-2)).toMatchObject([
      { date: '2026-03-05', outcome: 'sent' },
      { date: '2026-03-06', outcome: 'day-off', detail: 'a rest day' },
    ]);
    await office.to(learner.email);
    expect(await daymark.database.query(`select key from message where person_id = $1 order by 1`, [learner.id])).toEqual([
      { key: '2026-03-02' },
      { key: '2026-03-05' },
    ]);
  });

  it('follows the learner to another time zone', async () => {
    await learner.signsIn(learner.email);
    await learner.call(changeAccount, { body: { timeZone: 'America/New_York' } });
    while ((await learner.call(readReminderRule, {})).nextDueAt !== '2026-03-07T01:00:00.000Z');
  });
});

describe('two workers, woken again and again', () => {
  const daymark = startDaymark({ worker: true, settings });

  it('remind each of many learners once', async () => {
    const second = await startApp(daymark.databaseUrl, { worker: true, clock: daymark.clock, settings: { ...settings, DAYMARK_DATA_DIR: daymark.folder } });
    const learners = await Promise.all(Array.from({ length: 6 }, () => remindedLearner(daymark)));
    const heard = learners.map(({ id }) => Promise.any([daymark.signal('reminder-decided', id), second.get(Signals).heard('reminder-decided', id)]));
    daymark.clock.setTo('2026-03-02T18:00:00Z');
    for (const app of [daymark.app, second, daymark.app, second]) app.get(Triggers).fire('reminders');
    await Promise.all(heard);
    for (const { email } of learners) await office.to(email);
    for (const app of [daymark.app, second]) app.get(Triggers).fire('reminders');
    await second.close();
    for (const learner of learners) {
      expect(await receipts(daymark, learner)).toMatchObject([{ date: '2026-03-02', outcome: 'sent' }]);
      expect(office.allTo(learner.email)).toHaveLength(1);
    }
  });
});

describe('a decision that is cut short', () => {
  const daymark = startDaymark({ worker: true, settings });

  it('leaves the mail, the receipt and the next time, or none of them', async () => {
    const [unlucky, lucky] = [await remindedLearner(daymark), await remindedLearner(daymark)];
    await daymark.database.query(`alter table reminder_decision add constraint cut_short check (account_id <> '${unlucky.id}')`);
    await at(daymark, '2026-03-02T18:00:00Z', lucky);
    const written = () => daymark.database.query<object[]>('select key from message where person_id = $1', [unlucky.id]);
    expect(await written()).toEqual([]);
    const [rule] = await daymark.database.query<{ next_due_at: Date }[]>('select next_due_at from reminder_rule where account_id = $1', [unlucky.id]);
    expect(rule?.next_due_at.toISOString()).toBe('2026-03-02T18:00:00.000Z');
    await daymark.database.query('alter table reminder_decision drop constraint cut_short');
    expect(await at(daymark, '2026-03-02T18:01:01Z', unlucky)).toMatchObject([{ outcome: 'sent' }]);
    expect(await written()).toHaveLength(1);
    expect(await receipts(daymark, lucky)).toMatchObject([{ outcome: 'sent' }]);
  });
});

describe('whoever holds the link of a reminder', () => {
  const daymark = startDaymark({ worker: true, settings });
  const post = (token: string, init: RequestInit = {}) => fetch(`${daymark.url}/api/v1/unsubscriptions/${token}`, { method: 'POST', ...init });
  let learner: Learner;
  let token: string;

  beforeAll(async () => {
    learner = await remindedLearner(daymark);
    await at(daymark, '2026-03-02T18:00:00Z', learner);
    ({ token } = links(await office.to(learner.email)));
    await learner.signsIn(learner.email);
  });

  it('sees what it would end, and changes nothing by looking', async () => {
    const seen = { kind: 'study-reminder', email: expect.stringMatching(/^.…@h….example$/), unsubscribed: false };
    for (const _ of [1, 2]) expect(await daymark.visitor().call(readUnsubscription, { params: { token } })).toEqual(seen);
    expect(await learner.call(readReminderRule, {})).toMatchObject({ enabled: true });
  });

  it.each<[string, () => RequestInit]>([
    ['a form', () => ({ body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) })],
    ['a form in parts', () => ({ body: oneClickForm() })],
    ['JSON', () => ({ body: '{}', headers: { 'content-type': 'application/json' } })],
    ['nothing', () => ({})],
  ])('ends reminders without signing in, with %s', async (_, init) => {
    await learner.call(setReminderRule, { body: { localTime: '18:00', enabled: true } });
    const answer = await post(token, init());
    expect([answer.status, await answer.json()]).toEqual([200, { unsubscribed: true }]);
    expect(await learner.call(readReminderRule, {})).toMatchObject({ localTime: '18:00', enabled: false, disabledWhy: 'unsubscribed', nextDueAt: null });
  });

  it('may do so again, and the learner may have them back', async () => {
    expect(await daymark.visitor().call(unsubscribe, { params: { token } })).toEqual({ unsubscribed: true });
    expect(await daymark.visitor().call(readUnsubscription, { params: { token } })).toMatchObject({ unsubscribed: true });
    expect(await learner.call(setReminderRule, { body: { localTime: '07:30', enabled: false } })).toMatchObject({
      enabled: false,
      disabledWhy: 'unsubscribed',
    });
    expect(await learner.call(setReminderRule, { body: { localTime: '07:30', enabled: true } })).toMatchObject({
      enabled: true,
      disabledWhy: null,
      nextDueAt: '2026-03-03T07:30:00.000Z',
    });
    expect(await learner.call(setReminderRule, { body: { localTime: '07:30', enabled: false } })).toMatchObject({ disabledWhy: 'asked' });
  });

  it('gets nowhere with one that is not whole, or when the account is gone', async () => {
    const visitor = daymark.visitor();
    for (const endpoint of [readUnsubscription, unsubscribe]) {
      expect(await visitor.refused(endpoint, { params: { token: token.slice(0, -2) } })).toMatchObject({ type: '/problems/not-found' });
    }
    await learner.call(deleteAccount, { body: { password: PASSWORD } });
    expect(await daymark.database.query('select 1 from message where person_id = $1', [learner.id])).toEqual([]);
    expect(await visitor.call(unsubscribe, { params: { token } })).toEqual({ unsubscribed: true });
    expect(await visitor.refused(readUnsubscription, { params: { token } })).toMatchObject({ type: '/problems/not-found' });
  });
});

describe('someone who is not enrolled', () => {
  const daymark = startDaymark();

  it('has a usual time, waiting for their first enrollment', async () => {
    const person = await daymark.someone();
    expect(await person.call(readReminderRule, {})).toEqual({ localTime: '18:00', enabled: true, timeZone: 'UTC', nextDueAt: null, disabledWhy: null });
    expect(await person.refused(setReminderRule, { body: { localTime: '24:00', enabled: true } })).toMatchObject({ type: '/problems/invalid-input' });
  });
});
