import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { listEnrollments } from '../../src/enrollments/enrollments.contract.js';
import { listLearners } from '../../src/mentoring/mentoring.contract.js';
import type { Endpoint, Sent } from '../../src/platform/http/endpoint.contract.js';
import { changePassword, deleteAccount, ownAccount, resetPassword, setAccountRoles, signOut } from '../../src/users/users.contract.js';
import { PasswordResetsService } from '../../src/users/password-resets.service.js';
import { Caller, Refused } from '../support/caller.js';
import { startApp, startDaymark } from '../support/daymark.js';
import { PASSWORD, type Someone } from '../support/people.js';

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
