import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { assignMentor, listEnrollments, readEnrollment } from '../../src/enrollments/enrollments.contract.js';
import { listLearners } from '../../src/mentoring/mentoring.contract.js';
import type { Endpoint, Sent } from '../../src/platform/http/endpoint.contract.js';
import { listStudyEntries } from '../../src/progress/progress.contract.js';
import { listWaitingReviews } from '../../src/progress/evidence/reviews.contract.js';
import { openCalendarFeed, readCalendar } from '../../src/plans/calendar/calendar.contract.js';
import { readReadiness } from '../../src/readiness/readiness.contract.js';
import { acceptInvitation, invite } from '../../src/users/invitations/invitations.contract.js';
import { makePersonalToken } from '../../src/users/personal-tokens/personal-tokens.contract.js';
import { confirmEmailChange, requestEmailChange } from '../../src/users/email-change/email-change.contract.js';
import { deactivateAccount, reactivateAccount } from '../../src/users/deactivation/deactivation.contract.js';
import { endOtherSessions, endSession, listSessions } from '../../src/users/sign-ins/sign-ins.contract.js';
import {
  changeAccount,
  changePassword,
  deleteAccount,
  ownAccount,
  renewSession,
  resetPassword,
  setAccountRoles,
  signIn,
  signOut,
} from '../../src/users/users.contract.js';
import { PasswordResetsService } from '../../src/users/password-resets.service.js';
import { Caller, Refused } from '../support/caller.js';
import { startApp, startDaymark } from '../support/daymark.js';
import { mailsTo, tokenIn } from '../support/mails.js';
import { PASSWORD, type Learner, type Someone } from '../support/people.js';

/**
 * Who may do what, as a table of attacks. To add one, add a row: what the attacker tries, the answer it must get, and how it is tried.
 * Every row plays with people of its own, over HTTP and with real tokens.
 */
type Row = [attack: string, wanted: string, tries: () => Promise<string>];
const attacks = (topic: string, rows: Row[]) =>
  describe(topic, () => {
    it.each(rows)('%s: %s', async (_, wanted, tries) => expect(await tries()).toBe(wanted));
  });

const daymark = startDaymark();
/** A second process on the same database. */
let other: NestFastifyApplication;
beforeAll(async () => {
  other = await startApp(daymark.databaseUrl, { clock: daymark.clock });
}, 180_000);
afterAll(() => other.close());

/** The answer in short: `answered`, or status and kind of the refusal. */
async function answerTo<E extends Endpoint>(caller: Caller, endpoint: E, sent: Sent<E>): Promise<string> {
  try {
    await caller.call(endpoint, sent);
    return 'answered';
  } catch (error) {
    if (error instanceof Refused) return `${error.problem.status} ${error.problem.type.replace('/problems/', '')}`;
    throw error;
  }
}

/** Whoever holds a copy of a person's access token, and no cookie. */
const thief = ({ session }: Someone) => new Caller(daymark.url, session.accessToken);
const thiefElsewhere = async ({ session }: Someone) => new Caller((await other.getUrl()).replace('[::1]', 'localhost'), session.accessToken);
const roles = (account: { id: string }, ...accountRoles: ('learner' | 'mentor' | 'admin')[]) => ({ params: { accountId: account.id }, body: { accountRoles } });

async function demotedAdmin() {
  const [admin, demoted] = [await daymark.withRoles('admin'), await daymark.withRoles('admin')];
  return { admin, demoted, demote: () => admin.call(setAccountRoles, roles(demoted, 'learner')) };
}

/** A mentor of one learner, in whose place another mentor comes. */
async function formerMentor() {
  const [admin, mentor, successor] = [await daymark.withRoles('admin'), await daymark.withRoles('learner', 'mentor'), await daymark.withRoles('mentor')];
  const learner = await daymark.learner();
  await learner.logs({ date: '2026-03-02', minutes: 30, note: 'Private' });
  await admin.call(assignMentor, { params: of(learner), body: { mentorId: mentor.id } });
  const { token } = await mentor.call(makePersonalToken, { body: { name: 'Board', scopes: ['read'], password: PASSWORD, expiresInDays: null } });
  const takesTheRole = () => admin.call(setAccountRoles, { params: { accountId: mentor.id }, body: { accountRoles: ['learner'], learnersTo: successor.id } });
  return { admin, mentor, successor, learner, takesTheRole, script: new Caller(daymark.url, token) };
}
const of = ({ enrollmentId }: Learner) => ({ enrollmentId });

attacks('an admin who was demoted', [
  [
    'promotes themselves with the token from before',
    '403 not-permitted',
    async () => {
      const { demoted, demote } = await demotedAdmin();
      await demote();
      return answerTo(demoted, setAccountRoles, roles(demoted, 'admin'));
    },
  ],
  [
    'demotes the admin who demoted them',
    '403 not-permitted',
    async () => {
      const { admin, demoted, demote } = await demotedAdmin();
      await demote();
      return answerTo(demoted, setAccountRoles, roles(admin, 'learner'));
    },
  ],
  [
    'promotes themselves at another process, which knew them as an admin a moment ago',
    '403 not-permitted',
    async () => {
      const { demoted, demote } = await demotedAdmin();
      const elsewhere = await thiefElsewhere(demoted);
      await elsewhere.call(ownAccount, {});
      await demote();
      return answerTo(elsewhere, setAccountRoles, roles(demoted, 'admin'));
    },
  ],
  [
    'makes an accomplice admin with the token of an account that is deleted',
    '401 not-signed-in',
    async () => {
      const { demoted: leaver } = await demotedAdmin();
      const accomplice = await daymark.someone();
      await leaver.call(deleteAccount, { body: { password: PASSWORD } });
      return answerTo(thief(leaver), setAccountRoles, roles(accomplice, 'admin'));
    },
  ],
]);

attacks('a token that somebody copied', [
  [
    'is used after its owner signed out',
    '401 not-signed-in',
    async () => {
      const learner = await daymark.learner();
      const copy = thief(learner);
      await copy.call(ownAccount, {});
      await learner.call(signOut, {});
      return answerTo(copy, ownAccount, {});
    },
  ],
  [
    'is used after its owner changed the password',
    '401 not-signed-in',
    async () => {
      const learner = await daymark.learner();
      const copy = thief(learner);
      await copy.call(ownAccount, {});
      await learner.call(changePassword, { body: { current: PASSWORD, next: 'a longer new one' } });
      return answerTo(copy, listEnrollments, {});
    },
  ],
  [
    'is used after its owner set a new password by a link',
    '401 not-signed-in',
    async () => {
      const learner = await daymark.learner();
      const copy = thief(learner);
      await copy.call(ownAccount, {});
      const { address } = await daymark.app.get(PasswordResetsService).link(daymark.database.manager, learner.id, 1);
      await daymark.visitor().call(resetPassword, { params: { token: address.split('/').at(-1)! }, body: { password: 'a longer new one' } });
      return answerTo(copy, ownAccount, {});
    },
  ],
  [
    'is used after its owner deleted the account',
    '401 not-signed-in',
    async () => {
      const learner = await daymark.learner();
      await learner.call(deleteAccount, { body: { password: PASSWORD } });
      return answerTo(thief(learner), ownAccount, {});
    },
  ],
  [
    'is used at another process five seconds after its owner signed out',
    '401 not-signed-in',
    async () => {
      const learner = await daymark.learner();
      const copy = await thiefElsewhere(learner);
      await copy.call(ownAccount, {});
      await learner.call(signOut, {});
      daymark.clock.pass({ seconds: 5 });
      return answerTo(copy, ownAccount, {});
    },
  ],
  [
    'is used at another process, on a page of mentors, as soon as its owner signed out',
    '401 not-signed-in',
    async () => {
      const mentor = await daymark.withRoles('mentor');
      const copy = await thiefElsewhere(mentor);
      await copy.call(ownAccount, {});
      await mentor.call(signOut, {});
      return answerTo(copy, listLearners, { query: {} });
    },
  ],
]);

attacks('a session at another process that has seen it a moment ago', [
  [
    'makes a personal token without end after its owner signed out',
    '401 not-signed-in',
    async () => {
      const learner = await daymark.learner();
      const copy = await thiefElsewhere(learner);
      await copy.call(ownAccount, {});
      await learner.call(signOut, {});
      return answerTo(copy, makePersonalToken, { body: { name: 'Backup', scopes: ['read'], password: PASSWORD, expiresInDays: null } });
    },
  ],
]);

attacks('whoever holds a stolen access token, and not the password,', [
  [
    'creates a personal token that outlives the session',
    '422 wrong-password',
    async () => {
      const learner = await daymark.learner();
      return answerTo(thief(learner), makePersonalToken, { body: { name: 'Backup', scopes: ['read'], password: 'a guess of it', expiresInDays: null } });
    },
  ],
  [
    'moves the account to an address of their own',
    '422 wrong-password',
    async () => {
      const learner = await daymark.learner();
      return answerTo(thief(learner), requestEmailChange, { body: { email: 'thief@harbour.example', password: 'a guess of it' } });
    },
  ],
  [
    'changes the address with the other fields of the account',
    '400 invalid-input',
    async () => {
      const learner = await daymark.learner();
      return answerTo(thief(learner), changeAccount, { body: { name: 'Wren', email: 'thief@harbour.example' } as never });
    },
  ],
  [
    'goes on after its owner signed out everywhere else',
    '401 not-signed-in',
    async () => {
      const learner = await daymark.learner();
      const copy = thief(learner);
      await copy.call(ownAccount, {});
      await learner.signsIn(learner.email);
      await learner.call(endOtherSessions, {});
      return answerTo(copy, ownAccount, {});
    },
  ],
  [
    'goes on at another process five seconds after its owner signed this device out',
    '401 not-signed-in',
    async () => {
      const learner = await daymark.learner();
      const copy = await thiefElsewhere(learner);
      await copy.call(ownAccount, {});
      await learner.signsIn(learner.email);
      const { items } = await learner.call(listSessions, {});
      await learner.call(endSession, { params: { sessionId: items.find(({ isCurrent }) => !isCurrent)!.id } });
      daymark.clock.pass({ seconds: 5 });
      return answerTo(copy, ownAccount, {});
    },
  ],
]);

attacks('whoever knew the old password', [
  [
    'reads with a personal token from before the new one',
    '401 not-signed-in',
    async () => {
      const learner = await daymark.learner();
      const { token } = await learner.call(makePersonalToken, { body: { name: 'Backup', scopes: ['read'], password: PASSWORD, expiresInDays: null } });
      await learner.call(changePassword, { body: { current: PASSWORD, next: 'a longer new one' } });
      return answerTo(new Caller(daymark.url, token), ownAccount, {});
    },
  ],
  [
    'reads the plan at the calendar address from before the new one',
    '404 not-found',
    async () => {
      const learner = await daymark.learner();
      const { url } = await learner.call(openCalendarFeed, {});
      await learner.call(changePassword, { body: { current: PASSWORD, next: 'a longer new one' } });
      return answerTo(daymark.visitor(), readCalendar, { params: { token: url!.split('/').at(-1)! } });
    },
  ],
  [
    'uses a link to another email address that they asked for before the new one',
    '410 link-used-up',
    async () => {
      const learner = await daymark.learner();
      await learner.call(requestEmailChange, { body: { email: 'thief@harbour.example', password: PASSWORD } });
      const token = tokenIn(await mailsTo(daymark, learner, 'email-change'), 'change-email');
      await learner.call(changePassword, { body: { current: PASSWORD, next: 'a longer new one' } });
      return answerTo(daymark.visitor(), confirmEmailChange, { params: { token } });
    },
  ],
]);

attacks('a mentor who lost the role', [
  [
    "reads a learner's notes with the token from before",
    '404 not-found',
    async () => {
      const { mentor, learner, takesTheRole } = await formerMentor();
      await takesTheRole();
      return answerTo(mentor, listStudyEntries, { params: of(learner), query: {} });
    },
  ],
  [
    "reads a learner's notes with a personal token that never ends",
    '404 not-found',
    async () => {
      const { script, learner, takesTheRole } = await formerMentor();
      await script.call(listStudyEntries, { params: of(learner), query: {} });
      await takesTheRole();
      return answerTo(script, listStudyEntries, { params: of(learner), query: {} });
    },
  ],
  [
    'reads while the assignment is still written down, and only the role is gone',
    '404 not-found',
    async () => {
      const { mentor, learner } = await formerMentor();
      await daymark.database.query(`delete from account_role where account_id = $1 and role = 'mentor'`, [mentor.id]);
      return answerTo(mentor, readReadiness, { params: of(learner) });
    },
  ],
  [
    'reads again what was handed over, once they are a mentor again',
    '404 not-found',
    async () => {
      const { admin, mentor, learner, takesTheRole } = await formerMentor();
      await takesTheRole();
      await admin.call(setAccountRoles, roles(mentor, 'mentor'));
      return answerTo(mentor, readEnrollment, { params: of(learner) });
    },
  ],
  [
    'opens the board',
    '403 not-permitted',
    async () => {
      const { mentor, takesTheRole } = await formerMentor();
      await mentor.call(listLearners, { query: {} });
      await takesTheRole();
      return answerTo(mentor, listLearners, { query: {} });
    },
  ],
  [
    'looks for work to review at another process',
    '403 not-permitted',
    async () => {
      const { mentor, takesTheRole } = await formerMentor();
      const elsewhere = await thiefElsewhere(mentor);
      await elsewhere.call(listWaitingReviews, { query: {} });
      await takesTheRole();
      return answerTo(elsewhere, listWaitingReviews, { query: {} });
    },
  ],
]);

/** A person whose access an admin has just ended, and a copy of their token at another process that has seen it a moment ago. */
async function deactivated(...accountRoles: ('learner' | 'mentor' | 'admin')[]) {
  const [admin, person] = [await daymark.withRoles('admin'), await daymark.withRoles(...accountRoles)];
  const { token } = await person.call(makePersonalToken, { body: { name: 'Backup', scopes: ['read'], expiresInDays: null, password: PASSWORD } });
  const elsewhere = await thiefElsewhere(person);
  await elsewhere.call(ownAccount, {});
  await admin.call(deactivateAccount, { params: { accountId: person.id }, body: {} });
  return { admin, person, elsewhere, script: new Caller(daymark.url, token) };
}

attacks('a person whose account is deactivated', [
  ['goes on with the token from before', '401 not-signed-in', async () => answerTo(thief((await deactivated('learner')).person), ownAccount, {})],
  [
    'goes on at another process five seconds later',
    '401 not-signed-in',
    async () => {
      const { elsewhere } = await deactivated('learner');
      daymark.clock.pass({ seconds: 5 });
      return answerTo(elsewhere, ownAccount, {});
    },
  ],
  ['goes on with the cookie', '401 session-over', async () => answerTo((await deactivated('learner')).person, renewSession, {})],
  ['reads with a personal token that never ends', '401 not-signed-in', async () => answerTo((await deactivated('learner')).script, listEnrollments, {})],
  [
    'was an admin, and reactivates their own account at another process at once',
    '401 not-signed-in',
    async () => {
      const { elsewhere, person } = await deactivated('admin');
      return answerTo(elsewhere, reactivateAccount, { params: { accountId: person.id } });
    },
  ],
  [
    'was an admin, and deactivates the one who did it, at another process at once',
    '401 not-signed-in',
    async () => {
      const { elsewhere, admin } = await deactivated('admin');
      return answerTo(elsewhere, deactivateAccount, { params: { accountId: admin.id }, body: {} });
    },
  ],
  [
    'signs in with the right password',
    '403 account-deactivated',
    async () => {
      const { person } = await deactivated('learner');
      return answerTo(daymark.visitor(), signIn, { body: { email: person.email, password: PASSWORD } });
    },
  ],
  [
    'asks with a wrong password whether the account is deactivated',
    '401 wrong-credentials',
    async () => {
      const { person } = await deactivated('learner');
      return answerTo(daymark.visitor(), signIn, { body: { email: person.email, password: 'a guess at random' } });
    },
  ],
]);

attacks('an accomplice of a former admin', [
  [
    'accepts an invitation as admin, once who sent it is demoted',
    '410 link-used-up',
    async () => {
      const { demoted, demote } = await demotedAdmin();
      const { id } = await demoted.call(invite, { body: { email: `accomplice-${demoted.id}@evil.example`, accountRoles: ['admin'] } });
      const [mail] = await daymark.database.query<{ text: string }[]>('select text from message where person_id = $1', [id]);
      await demote();
      const token = /\/invitation\/(\S+)/.exec(mail!.text)![1]!;
      return answerTo(daymark.visitor(), acceptInvitation, { params: { token }, body: { name: 'Accomplice', password: PASSWORD } });
    },
  ],
]);
