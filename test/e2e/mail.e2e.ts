import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { v7 as uuidv7 } from 'uuid';
import { listMessages, readMailSettings, readMessage } from '../../src/platform/mail/mail.contract.js';
import { letter } from '../../src/platform/mail/letter.js';
import { Mail, type Draft } from '../../src/platform/mail/mail.js';
import { startDaymark } from '../support/daymark.js';
import { postOffice } from '../support/post-office.js';

const words = letter({
  heading: 'Tide tables',
  paragraphs: ['High water at nine.'],
  act: { text: 'Open Today', link: 'http://localhost/today', isSecret: false },
});
const draft = (more: Partial<Draft> = {}): Draft => ({
  personId: uuidv7(),
  kind: 'tide',
  key: '2026-03-02',
  to: { email: `${uuidv7()}@harbour.example`, emailConfirmedAt: null },
  subject: 'Tide tables',
  ...words,
  ...more,
});

const office = postOffice();
const smtpUrl = await office.listen();
afterAll(() => office.close());

type Daymark = ReturnType<typeof startDaymark>;
const written = async (daymark: Daymark, mail: Draft) => {
  const isNew = await daymark.database.transaction((tx) => daymark.app.get(Mail).write(tx, mail));
  const [{ id }] = (await daymark.database.query('select id from message where to_address = $1', [mail.to.email])) as [{ id: string }];
  return { id, isNew };
};
/** The state that kill -9 leaves: a claim, and an attempt without an end. In one transaction, so that the running worker doesn't send the mail first. */
const leftByADeadWorker = (daymark: Daymark, mail: Draft): Promise<string> =>
  daymark.database.transaction(async (tx) => {
    await daymark.app.get(Mail).write(tx, mail);
    const [message] = await tx.query<{ id: string }[]>('select id from message where to_address = $1', [mail.to.email]);
    const now = daymark.clock.now();
    await tx.query(`update work set claimable_at = $2 where kind = 'mail' and subject_id = $1`, [message!.id, now.add({ seconds: 120 }).toString()]);
    await tx.query('insert into delivery (message_id, attempt, started_at) values ($1, 1, $2)', [message!.id, now.toString()]);
    return message!.id;
  });
/** Writes a mail and wakes the worker; the id once its state is final. */
const delivered = async (daymark: Daymark, mail: Draft) => {
  const { id } = await written(daymark, mail);
  const settled = daymark.signal('mail-settled', id);
  daymark.triggers.fire('mail');
  await settled;
  return id;
};
const read = async (daymark: Daymark, messageId: string) => (await daymark.withRoles('admin')).call(readMessage, { params: { messageId } });
/** Resolves when an attempt was noted that is to be made again. */
const refusedOnce = async (daymark: Daymark, messageId: string, attempts = 1) => {
  for (;;) {
    const { deliveries } = await read(daymark, messageId);
    if (deliveries.filter(({ outcome }) => outcome === 'later').length >= attempts) return deliveries;
  }
};

describe('mail', () => {
  const daymark = startDaymark({ worker: true, settings: { SMTP_URL: smtpUrl, MAIL_FROM: 'Daymark <pier@harbour.example>' } });

  it('arrives as text and as a page, with one way to decline it in one click', async () => {
    const mail = draft({ unsubscribeUrl: 'https://daymark.example/api/v1/unsubscriptions/abc' });
    const id = await delivered(daymark, mail);
    const [arrived] = office.allTo(mail.to.email);
    expect(arrived).toMatchObject({ subject: 'Tide tables', messageId: `<${id}@harbour.example>` });
    expect(arrived!.text).toContain('High water at nine.');
    expect(arrived!.html).toContain('High water at nine.');
    const lines = arrived!.headerLines.filter(({ key }) => key.startsWith('list-')).map(({ line }) => line);
    expect(lines.sort()).toEqual([
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      'List-Unsubscribe: <https://daymark.example/api/v1/unsubscriptions/abc>',
    ]);
  });

  it('is written once under its key, and not sent before its transaction is kept', async () => {
    const mail = draft();
    const lost = daymark.database.transaction(async (tx) => {
      await daymark.app.get(Mail).write(tx, mail);
      throw new Error('the cause was undone');
    });
    await expect(lost).rejects.toThrow('undone');
    expect((await written(daymark, mail)).isNew).toBe(true);
    expect((await written(daymark, mail)).isNew).toBe(false);
    expect(await daymark.database.query('select 1 from message where person_id = $1', [mail.personId])).toHaveLength(1);
  });

  it('leaves no body behind once it was sent', async () => {
    const id = await delivered(daymark, draft({ unsubscribeUrl: 'https://daymark.example/secret' }));
    expect(await daymark.database.query('select text, html, unsubscribe_url from message where id = $1', [id])).toEqual([
      { text: '', html: '', unsubscribe_url: null },
    ]);
    expect(await read(daymark, id)).toMatchObject({
      state: 'sent',
      text: '',
      html: '',
      deliveries: [{ attempt: 1, outcome: 'sent', finishedAt: expect.any(String) }],
    });
  });

  it('is tried again later where the server says so, each time after a longer wait', async () => {
    const mail = draft();
    office.atTheDoor = (address) => (address === mail.to.email ? 451 : 'take');
    const { id } = await written(daymark, mail);
    daymark.triggers.fire('mail');
    await refusedOnce(daymark, id);
    daymark.clock.pass({ seconds: 31 });
    daymark.triggers.fire('mail');
    await refusedOnce(daymark, id, 2);
    office.atTheDoor = () => 'take';
    daymark.clock.pass({ seconds: 61 });
    const settled = daymark.signal('mail-settled', id).catch(() => undefined);
    daymark.triggers.fire('mail');
    await office.to(mail.to.email);
    await settled;
    expect((await read(daymark, id)).deliveries.map(({ outcome }) => outcome)).toEqual(['later', 'later', 'sent']);
  });

  it('that a dead mail server does not take is told to admins, until mail goes out again', async () => {
    const admin = await daymark.withRoles('admin');
    const mail = draft();
    office.atTheDoor = () => 451;
    const { id } = await written(daymark, mail);
    daymark.triggers.fire('mail');
    await refusedOnce(daymark, id);
    const told = await admin.call(readMailSettings, {});
    expect(told).toMatchObject({ via: 'smtp', problem: { response: expect.stringContaining('451') } });
    expect(told.waiting).toBeGreaterThanOrEqual(1);
    office.atTheDoor = () => 'take';
    // From when its wait is over, each tick may deliver it.
    const settled = daymark.signal('mail-settled', id);
    daymark.clock.pass({ seconds: 31 });
    daymark.triggers.fire('mail');
    await settled;
    await admin.signsIn(admin.email);
    expect(await admin.call(readMailSettings, {})).toMatchObject({ problem: null });
  });

  it('is given up at once where the server refuses it for good', async () => {
    const mail = draft();
    office.atTheDoor = (address) => (address === mail.to.email ? 550 : 'take');
    expect(await read(daymark, await delivered(daymark, mail))).toMatchObject({
      state: 'failed',
      deliveries: [{ outcome: 'failed', response: expect.stringContaining('550') }],
    });
  });

  it('is not sent again when the line was cut after it was handed over', async () => {
    const mail = draft();
    office.atTheDesk = (address) => (address === mail.to.email ? 'cut the line' : 'take');
    const id = await delivered(daymark, mail);
    daymark.clock.pass({ hours: 2 });
    daymark.triggers.fire('mail');
    await delivered(daymark, draft());
    expect(await read(daymark, id)).toMatchObject({ state: 'unknown', text: '', deliveries: [{ outcome: 'unknown' }] });
    expect(office.calls.filter((address) => address === mail.to.email)).toHaveLength(1);
  });

  it('is listed for admins only, the newest first, page by page', async () => {
    const admin = await daymark.withRoles('admin');
    const { items } = await admin.call(listMessages, { query: { limit: 100 } });
    expect(items.map(({ createdAt }) => createdAt)).toEqual(
      items
        .map(({ createdAt }) => createdAt)
        .sort()
        .reverse(),
    );
    const first = await admin.call(listMessages, { query: { limit: 1 } });
    const next = await admin.call(listMessages, { query: { limit: 1, cursor: first.nextCursor! } });
    expect([...first.items, ...next.items]).toEqual(items.slice(0, 2));
    expect(await admin.refused(readMessage, { params: { messageId: uuidv7() } })).toMatchObject({ type: '/problems/not-found' });
    expect(await (await daymark.someone()).refused(listMessages, {})).toMatchObject({ type: '/problems/not-permitted' });
  });
});

describe('a worker that died while it sent', () => {
  const daymark = startDaymark({ worker: true, settings: { SMTP_URL: smtpUrl } });

  it('leaves the message unknown, and nobody sends it again', async () => {
    const mail = draft();
    const id = await leftByADeadWorker(daymark, mail);
    daymark.clock.pass({ seconds: 121 });
    const settled = daymark.signal('mail-settled', id);
    daymark.triggers.fire('mail');
    await settled;
    expect(await read(daymark, id)).toMatchObject({ state: 'unknown', deliveries: [{ attempt: 1, finishedAt: null, outcome: null }] });
    expect(office.calls).not.toContain(mail.to.email);
  });
});

describe('mail without a server', () => {
  const daymark = startDaymark({ worker: true });

  it('says so to admins', async () => {
    const admin = await daymark.withRoles('admin');
    expect(await admin.call(readMailSettings, {})).toEqual({ via: 'outbox', from: 'Daymark <daymark@localhost>', waiting: 0, problem: null });
  });

  it('is kept as a file that any mail program opens, and is readable by admins', async () => {
    const mail = draft({ unsubscribeUrl: 'https://daymark.example/u' });
    const id = await delivered(daymark, mail);
    const [file] = readdirSync(join(daymark.folder, 'outbox'));
    expect(file).toMatch(/^2026-03-02T09-00-00\.\d{3}Z-/);
    expect(file).toContain(`${id}.eml`);
    expect(await simpleParser(readFileSync(join(daymark.folder, 'outbox', file!)))).toMatchObject({
      subject: mail.subject,
      text: mail.text,
      to: { text: mail.to.email },
    });
    expect(await read(daymark, id)).toMatchObject({ state: 'kept', text: mail.text, html: mail.html, to: mail.to.email });
  });

  it('is written again into the same file after a worker died while writing it', async () => {
    const id = await leftByADeadWorker(daymark, draft());
    daymark.clock.pass({ seconds: 121 });
    const settled = daymark.signal('mail-settled', id);
    daymark.triggers.fire('mail');
    await settled;
    expect(await read(daymark, id)).toMatchObject({ state: 'kept', deliveries: [{ outcome: null }, { outcome: 'kept' }] });
    expect(readdirSync(join(daymark.folder, 'outbox')).filter((name) => name.includes(id))).toHaveLength(1);
  });
});
