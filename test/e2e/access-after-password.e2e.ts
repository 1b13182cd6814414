import { openCalendarFeed, readCalendar } from '../../src/plans/calendar/calendar.contract.js';
import { makePersonalToken } from '../../src/users/personal-tokens/personal-tokens.contract.js';
import { PasswordChangeService } from '../../src/users/password-change.service.js';
import { changePassword, ownAccount, requestPasswordReset, resetPassword } from '../../src/users/users.contract.js';
import { Caller, Refused } from '../support/caller.js';
import { startDaymark } from '../support/daymark.js';
import { mailsTo, tokenIn } from '../support/mails.js';
import { PASSWORD, type Someone } from '../support/people.js';

const NEXT = 'a new one, at last';
type Daymark = ReturnType<typeof startDaymark>;

/** A token and a calendar address of a person, and a word for each that still opens something. */
async function standingAccess(daymark: Daymark, person: Someone) {
  const made = await person.call(makePersonalToken, { body: { name: 'Study timer', scopes: ['read'], expiresInDays: null, password: PASSWORD } });
  const { url } = await person.call(openCalendarFeed, {});
  const [script, calendar] = [new Caller(daymark.url, made.token), { params: { token: url!.split('/').at(-1)! } }];
  const opens = (answer: Promise<unknown>) =>
    answer.then(
      () => true,
      (error: unknown) => {
        if (error instanceof Refused) return false;
        throw error;
      },
    );
  return async () => ({ token: await opens(script.call(ownAccount, {})), calendar: await opens(daymark.visitor().call(readCalendar, calendar)) });
}

async function resetLink(daymark: Daymark, person: Someone): Promise<string> {
  await daymark.visitor().call(requestPasswordReset, { body: { email: person.email } });
  return tokenIn(await mailsTo(daymark, person, 'password-reset'), 'new-password');
}

describe('a new password', () => {
  const daymark = startDaymark();
  const ways: [string, (person: Someone, choice: { revokeAccess?: boolean }) => Promise<unknown>][] = [
    ['changed in Settings', (person, choice) => person.call(changePassword, { body: { current: PASSWORD, next: NEXT, ...choice } })],
    [
      'set by a link',
      async (person, choice) => {
        const token = await resetLink(daymark, person);
        return daymark.visitor().call(resetPassword, { params: { token }, body: { password: NEXT, ...choice } });
      },
    ],
  ];

  it.each(ways)('%s revokes tokens and the calendar address unless the person decides otherwise', async (_, renews) => {
    for (const choice of [{}, { revokeAccess: true }]) {
      const person = await daymark.learner();
      const access = await standingAccess(daymark, person);
      expect(await access()).toEqual({ token: true, calendar: true });
      await renews(person, choice);
      expect(await access()).toEqual({ token: false, calendar: false });
    }
  });

  it.each(ways)('%s leaves them where the person wants to keep them', async (_, renews) => {
    const person = await daymark.learner();
    const access = await standingAccess(daymark, person);
    await renews(person, { revokeAccess: false });
    expect(await access()).toEqual({ token: true, calendar: true });
  });

  it('leaves those of everybody else', async () => {
    const [person, other] = [await daymark.learner(), await daymark.learner()];
    const access = await standingAccess(daymark, other);
    await person.call(changePassword, { body: { current: PASSWORD, next: NEXT } });
    expect(await access()).toEqual({ token: true, calendar: true });
  });

  it('that is refused revokes nothing', async () => {
    const person = await daymark.learner();
    const access = await standingAccess(daymark, person);
    await person.refused(changePassword, { body: { current: 'not that one', next: NEXT } });
    await person.refused(changePassword, { body: { current: PASSWORD, next: '1234567890' } });
    expect(await access()).toEqual({ token: true, calendar: true });
  });

  it('set from the command line revokes them', async () => {
    const person = await daymark.learner();
    const access = await standingAccess(daymark, person);
    await daymark.app.get(PasswordChangeService).set(person.id, NEXT);
    expect(await access()).toEqual({ token: false, calendar: false });
  });
});

describe('an address that nobody confirmed', () => {
  const daymark = startDaymark({ settings: { DAYMARK_CONFIRM_ADDRESSES: 'on' } });

  it('keeps no access of whoever registered it once its owner sets a password, whatever they choose', async () => {
    const stranger = await daymark.learner();
    const access = await standingAccess(daymark, stranger);
    const token = await resetLink(daymark, stranger);
    await daymark.visitor().call(resetPassword, { params: { token }, body: { password: NEXT, revokeAccess: false } });
    expect(await access()).toEqual({ token: false, calendar: false });
  });
});

describe('a personal access token', () => {
  const daymark = startDaymark();
  const token = (password: string) => ({ body: { name: 'Backup', scopes: ['read' as const], password } });

  it('is created only with the present password', async () => {
    const person = await daymark.someone();
    expect(await person.refused(makePersonalToken, token('not that one'))).toMatchObject({ type: '/problems/wrong-password', status: 422 });
    const { password: _, ...without } = token('').body;
    expect(await person.refused(makePersonalToken, { body: without })).toMatchObject({
      type: '/problems/invalid-input',
      errors: [{ path: 'body.password', message: expect.any(String) }],
    });
    await person.call(makePersonalToken, token(PASSWORD));
  });
});
