import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { DataSource } from 'typeorm';
import { listAuditEntries } from '../../src/platform/audit/audit.contract.js';
import { dataSourceOptions } from '../../src/platform/database/data-source.js';
import { listMessages, readMessage, type MessageInFull } from '../../src/platform/mail/mail.contract.js';
import { readReminderRule } from '../../src/reminders/reminders.contract.js';
import { requestPasswordReset, resetPassword } from '../../src/users/users.contract.js';
import { startDaymark, testConfig } from '../support/daymark.js';
import type { Someone } from '../support/people.js';

/** Every link that acts without a sign-in: a new password, a confirmed address, an accepted invitation, an ended reminder. */
const SECRET_LINK = /https?:\/\/[^\s"<]+\/(?:new-password|confirm-email|invitation|unsubscribe|unsubscriptions)\/([^\s"<]+)/g;
const tokensIn = (text: string) => [...text.matchAll(SECRET_LINK)].map(([, token]) => token!);

describe('a secret link in mail, without a mail server', () => {
  const daymark = startDaymark({ worker: true, settings: { DAYMARK_CONFIRM_ADDRESSES: 'on' } });

  const messageOf = async (admin: Someone, to: string, kind: string) => {
    const { items } = await admin.call(listMessages, { query: { limit: 100 } });
    return items.find((message) => message.to === to && message.kind === kind);
  };
  /** The mail once the worker has written it to the outbox, as an admin reads it. */
  async function kept(admin: Someone, to: string, kind: string): Promise<MessageInFull> {
    for (;;) {
      const message = await messageOf(admin, to, kind);
      if (message?.state === 'kept') return admin.call(readMessage, { params: { messageId: message.id } });
      daymark.triggers.fire('mail');
    }
  }
  const fileOf = async ({ id }: { id: string }) => {
    const name = readdirSync(join(daymark.folder, 'outbox')).find((each) => each.includes(id) && !each.startsWith('.'));
    return simpleParser(readFileSync(join(daymark.folder, 'outbox', name!)));
  };
  /** What an admin sees of a message, and what the database holds of it. */
  async function everythingShown(admin: Someone, message: MessageInFull): Promise<string> {
    const rows = await daymark.database.query('select * from message where id = $1', [message.id]);
    const list = await admin.call(listMessages, { query: { limit: 100 } });
    return JSON.stringify([message, rows, list]);
  }

  async function expectHidden(admin: Someone, message: MessageInFull): Promise<string> {
    const { text = '', html } = await fileOf(message);
    const [token] = tokensIn(text);
    expect(tokensIn(String(html))).toContain(token);
    const shown = await everythingShown(admin, message);
    expect(tokensIn(shown)).toEqual([]);
    expect(shown).not.toContain(token);
    for (const body of [message.text, message.html]) expect(body).toContain('[Link hidden]');
    return token!;
  }

  it('to a new password is in the file of the operator, and nowhere an admin can read it', async () => {
    const [admin, victim] = [await daymark.withRoles('admin'), await daymark.someone()];
    await daymark.visitor().call(requestPasswordReset, { body: { email: victim.email } });
    const message = await kept(admin, victim.email, 'password-reset');
    const token = await expectHidden(admin, message);
    expect(message.text).toContain('Set a new password: [Link hidden]');
    await daymark.visitor().call(resetPassword, { params: { token }, body: { password: 'a longer new one' } });
  });

  it('that confirms an address is hidden too', async () => {
    const [admin, person] = [await daymark.withRoles('admin'), await daymark.someone()];
    // Without a mail server an admin confirms; the mail is written all the same.
    await expectHidden(admin, await kept(admin, person.email, 'email-confirmation'));
  });

  it('that ends reminders is hidden, and the link to Today stays', async () => {
    const [admin, learner] = [await daymark.withRoles('admin'), await daymark.learner()];
    await daymark.setConfirmed(learner);
    await learner.plan();
    while ((await learner.call(readReminderRule, {})).nextDueAt === null) daymark.triggers.fire('reminders');
    const decided = daymark.signal('reminder-decided', learner.id);
    daymark.clock.setTo('2026-03-02T18:00:00Z');
    daymark.triggers.fire('reminders');
    await decided;
    const reader = await admin.signsIn(admin.email);
    const message = await kept(reader, learner.email, 'study-reminder');
    await expectHidden(reader, message);
    expect(message.text).toContain('/today');
  });

  it('is hidden in mail from before links were hidden', async () => {
    const [admin, victim] = [await daymark.withRoles('admin'), await daymark.someone()];
    await daymark.visitor().call(requestPasswordReset, { body: { email: victim.email } });
    const { id, html } = await kept(admin, victim.email, 'password-reset');
    const source = await new DataSource(dataSourceOptions(daymark.databaseUrl, testConfig())).initialize();
    try {
      const isHiding = async () => (await source.query<object[]>(`select from information_schema.columns where column_name = 'secrets'`)).length > 0;
      while (await isHiding()) await source.undoLastMigration();
      const file = await fileOf({ id });
      await source.query('update message set text = $2, html = $3, unsubscribe_url = $4 where id = $1', [
        id,
        file.text,
        file.html,
        'http://h/unsubscriptions/x',
      ]);
      await source.runMigrations();
    } finally {
      await source.destroy();
    }
    const message = await admin.call(readMessage, { params: { messageId: id } });
    await expectHidden(admin, message);
    expect(message.html).toBe(html);
  });

  it('leaves a line in the audit trail about who read which mail of whom', async () => {
    const [admin, victim] = [await daymark.withRoles('admin'), await daymark.someone({ name: 'Wren Harbour' })];
    await daymark.visitor().call(requestPasswordReset, { body: { email: victim.email } });
    const { id } = await kept(admin, victim.email, 'password-reset');
    const { items } = await admin.call(listAuditEntries, { query: { person: victim.id, act: 'mail-read' } });
    expect(items).toMatchObject([
      {
        act: 'mail-read',
        by: { person: { id: admin.id } },
        subject: { kind: 'account', id: victim.id, label: 'Wren Harbour' },
        detail: { messageId: id, mailKind: 'password-reset' },
      },
    ]);
  });
});
