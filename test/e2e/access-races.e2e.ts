/** A person requests access while the account loses it: the request has started, and the account changes before the request writes. */
import { deactivateAccount, reactivateAccount } from '../../src/users/deactivation/deactivation.contract.js';
import { requestEmailChange } from '../../src/users/email-change/email-change.contract.js';
import { makePersonalToken } from '../../src/users/personal-tokens/personal-tokens.contract.js';
import { changePassword, requestPasswordReset } from '../../src/users/users.contract.js';
import { startDaymark } from '../support/daymark.js';
import { PASSWORD, type Someone } from '../support/people.js';

describe('a request that waits for a change of the account', () => {
  const daymark = startDaymark({ settings: { SMTP_URL: 'smtp://127.0.0.1:1', DAYMARK_PUBLIC_URL: 'https://daymark.example' } });
  const ask = <Row>(sql: string, values: unknown[]) => daymark.database.query<Row[]>(sql, values);
  const WAITING = `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;

  /** Changes the account in a transaction that ends when the request waits for it. */
  async function whileItChanges({ id }: Someone, changes: string[], request: () => Promise<unknown>): Promise<unknown> {
    let outcome: Promise<unknown> = Promise.resolve();
    await daymark.database.transaction(async (tx) => {
      await tx.query('select from account where id = $1 for update', [id]);
      for (const change of changes) await tx.query(change, [id]);
      let isAnswered = false;
      outcome = request().then(
        (answer) => ((isAnswered = true), answer),
        (error: unknown) => ((isAnswered = true), error),
      );
      while (!isAnswered && (await ask<{ n: number }>(WAITING, []))[0]!.n === 0);
    });
    return outcome;
  }
  const DEACTIVATION = [
    `update account set deactivated_at = '2026-03-02T09:00Z', deactivated_by = id where id = $1`,
    `update session set ended_at = '2026-03-02T09:00Z', ended_because = 'deactivated' where account_id = $1`,
  ];
  const SIGN_OUT = [`update session set ended_at = '2026-03-02T09:00Z', ended_because = 'signed-out' where account_id = $1`];
  const REQUESTS = {
    'makes no personal access token': (person: Someone) =>
      person.refused(makePersonalToken, { body: { name: 'Late', scopes: ['read'], expiresInDays: null, password: PASSWORD } }),
    'starts no change of the email address': (person: Someone) =>
      person.refused(requestEmailChange, { body: { email: `late-${person.email}`, password: PASSWORD } }),
    'sets no password': (person: Someone) => person.refused(changePassword, { body: { current: PASSWORD, next: 'a longer new one' } }),
  };

  describe.each([
    ['deactivated', DEACTIVATION],
    ['signed out', SIGN_OUT],
  ])('of a person who is being %s', (_, changes) => {
    it.each(Object.entries(REQUESTS))('%s', async (_what, request) => {
      const person = await daymark.someone();
      expect(await whileItChanges(person, changes, () => request(person))).toMatchObject({ type: '/problems/not-signed-in' });
    });
  });

  const linksOf = ({ id }: Someone) => ask('select hash from password_reset where account_id = $1 and used_at is null', [id]);
  const requestsLink = ({ email }: Someone) => daymark.visitor().call(requestPasswordReset, { body: { email } });

  it('sends no password link to an address that the account just gave up', async () => {
    const person = await daymark.someone();
    const change = `update account set email = 'moved-' || email, email_key = 'moved-' || email_key where id = $1`;
    expect(await whileItChanges(person, [change], () => requestsLink(person))).toEqual({ sent: true });
    expect(await linksOf(person)).toEqual([]);
    expect(await ask(`select from message where person_id = $1 and kind = 'password-reset'`, [person.id])).toEqual([]);
  });

  it('leaves no password link that works after the account is reactivated', async () => {
    const [admin, person] = [await daymark.withRoles('admin'), await daymark.someone()];
    expect(await whileItChanges(person, DEACTIVATION, () => requestsLink(person))).toEqual({ sent: true });
    expect(await linksOf(person)).toEqual([]);
    await admin.call(reactivateAccount, { params: { accountId: person.id } });
    await requestsLink(person);
    expect(await linksOf(person)).toHaveLength(1);
    await admin.call(deactivateAccount, { params: { accountId: person.id }, body: {} });
    expect(await linksOf(person)).toEqual([]);
  });
});
