import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { DataSource } from 'typeorm';
import { downloadArchive } from '../../src/archive/archive.contract.js';
import { createApp } from '../../src/create-app.js';
import { readCertification } from '../../src/curriculum/curriculum.contract.js';
import { CurriculumService } from '../../src/curriculum/curriculum.service.js';
import { assignMentor, readEnrollment } from '../../src/enrollments/enrollments.contract.js';
import { askForWaiver, declineWaiverRequest } from '../../src/enrollments/waivers/waiver-requests.contract.js';
import { grantWaiver, revokeWaiver } from '../../src/enrollments/waivers/waivers.contract.js';
import { openCalendarFeed, readCalendar, revokeCalendarFeed } from '../../src/plans/calendar/calendar.contract.js';
import { ACTS, actShape } from '../../src/platform/audit/acts.contract.js';
import { CHECKED_FRESH } from '../../src/platform/auth/permission.contract.js';
import { REFUSED } from '../../src/platform/http/security-log.js';
import { servedEndpoints } from '../../src/platform/http/served-endpoints.js';
import { readMessage } from '../../src/platform/mail/mail.contract.js';
import { deactivateAccount, reactivateAccount } from '../../src/users/deactivation/deactivation.contract.js';
import { cancelEmailChange, confirmEmailChange, requestEmailChange, resendEmailChange } from '../../src/users/email-change/email-change.contract.js';
import { confirmEmailOf, sendEmailConfirmation } from '../../src/users/email-confirmations/email-confirmations.contract.js';
import { acceptInvitation, cancelInvitation, invite, resendInvitation } from '../../src/users/invitations/invitations.contract.js';
import { sendPasswordLink } from '../../src/users/password-links/password-links.contract.js';
import { makePersonalToken, revokePersonalToken } from '../../src/users/personal-tokens/personal-tokens.contract.js';
import { setRegistrationPolicy } from '../../src/users/registration/registration-policy.contract.js';
import { changePassword, deleteAccount, ownAccount, requestPasswordReset, resetPassword, setAccountRoles } from '../../src/users/users.contract.js';
import { Caller } from '../support/caller.js';
import { freshDatabase, testConfig } from '../support/daymark.js';
import { Learner, PASSWORD, Someone } from '../support/people.js';
import { recordActs } from '../support/records.js';
import { SetClock } from '../support/set-clock.js';

const NEXT = 'a new one, at last';
const settings = {
  DAYMARK_ROLES: 'api',
  DAYMARK_LOG_LEVEL: 'info',
  SMTP_URL: 'smtp://127.0.0.1:1',
  DAYMARK_CONFIRM_ADDRESSES: 'on',
  DAYMARK_PUBLIC_URL: 'https://daymark.example',
};
/** Done by the command line or at the start, so that there is no request. */
const WITHOUT_REQUEST = ['first-admin-made', 'password-replaced'];
/** Writes over others that change no access: curricula and verdicts on learners' work. */
const NOT_ABOUT_ACCESS = [
  '/certifications',
  '/certifications/:slug/moves',
  '/certifications/:slug/offering',
  '/certifications/:slug/releases',
  '/curriculum-previews',
  '/drafts',
  '/drafts/:slug',
  '/drafts/:slug/merges',
  '/enrollments/:enrollmentId/evidence/:evidenceId/reviews',
  '/enrollments/:enrollmentId/sign-offs/:skillId',
  '/framework-mappings',
];

interface Event {
  security: string;
  outcome: string;
  person?: string;
  to?: Record<string, string>;
}

/** As `fetch`, which refuses some methods. */
function rawRequest(url: string, method: string, token: string): Promise<{ status: number }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers: { authorization: `Bearer ${token}` } }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? 0 });
    });
    sent.on('error', reject).end();
  });
}

describe('a security event', () => {
  const lines: string[] = [];
  const clock = new SetClock();
  let app: NestFastifyApplication;
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let url = '';
  let admin: Someone;
  const rows = <Row>(sql: string, values: unknown[] = []) => app.get(DataSource).query<Row[]>(sql, values);
  const events = () => lines.map((line) => JSON.parse(line) as Partial<Event>).filter((event): event is Event => event.security !== undefined);
  const actsSoFar = () => rows<{ id: string; act: string }>('select id, act from audit_entry order by id');
  /** The event of what was just done. Its line is written once the answer is out. */
  const heard = async (security: string, outcome = 'done'): Promise<Event> => {
    const isIt = (event: Event) => event.security === security && event.outcome === outcome;
    while (!events().some(isIt)) await new Promise((resolve) => setImmediate(resolve));
    return events().find(isIt)!;
  };
  const withRole = async (role: string): Promise<Someone> => {
    const person = await new Someone(url).registers();
    await rows('insert into account_role (account_id, role, granted_at) values ($1, $2, $3)', [person.id, role, clock.now().toString()]);
    return person.signsIn(person.email);
  };
  const linkTo = async (personId: string, page: string) => {
    const mails = await rows<{ text: string }>('select text from message where person_id = $1 order by created_at', [personId]);
    return mails.flatMap(({ text }) => new RegExp(`/${page}/(\\S+)`).exec(text)?.[1] ?? []).at(-1)!;
  };

  beforeAll(async () => {
    database = await freshDatabase();
    const log = { write: (line: string) => void lines.push(line) };
    app = await createApp({ config: testConfig(settings), databaseUrl: database.url, queueStore: { databaseUrl: database.url }, clock, log });
    await app.get(CurriculumService).importShipped();
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
    admin = await withRole('admin');
  }, 180_000);

  afterAll(async () => {
    recordActs((await actsSoFar()).map(({ act }) => act));
    await app.close();
    await database.drop();
  }, 180_000);

  beforeEach(() => void lines.splice(0));

  it('is every act that concerns access, with who did it and to whom', async () => {
    const person = await new Someone(url).registers();
    // The next confirmation link can be sent only then.
    clock.pass({ minutes: 21 });
    for (const each of [person, admin]) await each.signsIn(each.email);
    const learner = await new Learner(url).registers();
    await learner.enrolls();
    const [mentor, other] = [await withRole('mentor'), await withRole('mentor')];
    const { levels } = await learner.call(readCertification, { params: { slug: 'kubernetes' } });
    const levelId = levels.find(({ slug }) => slug === 'security-specialist')!.id;
    const [invitee, canceled] = ['invitee@harbour.example', 'canceled@harbour.example'];
    const seen = new Set<string>();
    /** Does one thing, and holds that it wrote one event beside its audit entries. */
    const does = async <Result>(security: string, by: Someone | null, act: () => Promise<Result>, to?: Record<string, string>): Promise<Result> => {
      lines.splice(0);
      const before = new Set((await actsSoFar()).map(({ id }) => id));
      const result = await act();
      const event = await heard(security);
      expect([security, event.person, event.to]).toEqual([security, by?.id, to]);
      for (const { id, act: each } of await actsSoFar()) if (!before.has(id)) seen.add(each);
      return result;
    };
    const visitor = new Caller(url);
    const ofPerson = { params: { accountId: person.id } };
    const to = { accountId: person.id };

    await does('registration-change', admin, () => admin.call(setRegistrationPolicy, { body: { mode: 'invitation', domains: [] } }));
    const invitation = await does('invitation', admin, () => admin.call(invite, { body: { email: invitee, accountRoles: ['learner'] } }));
    const ofInvitation = { invitationId: invitation.id };
    await does('invitation', admin, () => admin.call(resendInvitation, { params: ofInvitation }), ofInvitation);
    const token = await linkTo(invitation.id, 'invitation');
    await does('invitation-acceptance', null, () =>
      visitor.call(acceptInvitation, { params: { token }, body: { name: 'Rook', password: PASSWORD, timeZone: 'UTC' } }),
    );
    const second = await admin.call(invite, { body: { email: canceled } });
    await does('invitation-cancellation', admin, () => admin.call(cancelInvitation, { params: { invitationId: second.id } }), { invitationId: second.id });

    await does('email-confirmation-request', person, () => person.call(sendEmailConfirmation, {}));
    await does('email-confirmation', admin, () => admin.call(confirmEmailOf, ofPerson), to);
    const newAddress = { body: { email: 'new@harbour.example', password: PASSWORD } };
    await does('email-change-request', person, () => person.call(requestEmailChange, newAddress));
    await does('email-change-request', person, () => person.call(resendEmailChange, {}));
    await does('email-change-cancellation', person, () => person.call(cancelEmailChange, {}));
    await person.call(requestEmailChange, newAddress);
    const change = await linkTo(person.id, 'change-email');
    await does('email-change', null, () => visitor.call(confirmEmailChange, { params: { token: change } }));

    const made = await does('personal-token-made', person, () =>
      person.call(makePersonalToken, { body: { name: 'Timer', scopes: ['read'], password: PASSWORD } }),
    );
    await does('personal-token-revoked', person, () => person.call(revokePersonalToken, { params: { tokenId: made.id } }), { tokenId: made.id });
    await does('calendar-link', learner, () => learner.call(openCalendarFeed, {}));
    await does('calendar-link-revoked', learner, () => learner.call(revokeCalendarFeed, {}));
    await does('personal-data-export', learner, () => learner.call(downloadArchive, {}));

    const ofEnrollment = { enrollmentId: learner.enrollmentId };
    const assigns = (mentorId: string | null) => () => admin.call(assignMentor, { params: ofEnrollment, body: { mentorId } });
    await does('mentor-assignment', admin, assigns(mentor.id), ofEnrollment);
    await does('mentor-assignment', admin, assigns(null), ofEnrollment);
    await assigns(mentor.id)();
    const roles = { accountRoles: ['learner' as const], learnersTo: other.id };
    await does('role-change', admin, () => admin.call(setAccountRoles, { params: { accountId: mentor.id }, body: roles }), { accountId: mentor.id });

    const waiver = { accountId: learner.id, levelId };
    const asked = await learner.call(askForWaiver, { params: { levelId }, body: { reason: 'Passed it in 2024' } });
    const declines = () => admin.call(declineWaiverRequest, { params: { requestId: asked.id }, body: { reason: 'Send the certificate' } });
    await does('waiver-decline', admin, declines, { requestId: asked.id });
    await does('waiver-grant', admin, () => admin.call(grantWaiver, { params: waiver, body: { reason: 'Passed it in 2024' } }), waiver);
    await does('waiver-revocation', admin, () => admin.call(revokeWaiver, { params: waiver }), waiver);

    const [message] = await rows<{ id: string }>('select id from message where person_id = $1 limit 1', [person.id]);
    await does('mail-read', admin, () => admin.call(readMessage, { params: { messageId: message!.id } }), { messageId: message!.id });
    await does('account-deactivation', admin, () => admin.call(deactivateAccount, { ...ofPerson, body: {} }), to);
    await does('account-reactivation', admin, () => admin.call(reactivateAccount, ofPerson), to);
    await does('password-link', admin, () => admin.call(sendPasswordLink, ofPerson), to);
    const link = await linkTo(person.id, 'new-password');
    await does('password-reset', null, () => visitor.call(resetPassword, { params: { token: link }, body: { password: PASSWORD } }));
    await does('password-reset-request', null, () => visitor.call(requestPasswordReset, { body: { email: learner.email } }));
    await does('password-change', other, () => other.call(changePassword, { body: { current: PASSWORD, next: NEXT } }));
    await admin.call(setRegistrationPolicy, { body: { mode: 'open', domains: [] } });
    await does('account-deletion', learner, () => learner.call(deleteAccount, { body: { password: PASSWORD } }));

    const wanted = Object.keys(ACTS).filter((act) => actShape(act)!.concernsAccess && !WITHOUT_REQUEST.includes(act));
    expect([...seen].toSorted()).toEqual(wanted.toSorted());
  }, 60_000);

  it('is every write over others but those that change no access', () => {
    const unnamed = servedEndpoints(app).filter((each) => CHECKED_FRESH.includes(each.allow) && each.method !== 'GET' && each.securityEvent === undefined);
    expect([...new Set(unnamed.map(({ path }) => path))]).toEqual(NOT_ABOUT_ACCESS);
  });

  it('is a request for data of somebody else, for a calendar link that was revoked, and with a personal token that was', async () => {
    const [owner, stranger] = [await new Learner(url).registers(), await new Learner(url).registers()];
    await owner.enrolls();
    const params = { enrollmentId: owner.enrollmentId };
    await stranger.refused(readEnrollment, { params });
    expect(await heard(REFUSED, 'not-found')).toMatchObject({ person: stranger.id, to: params });
    lines.splice(0);
    await new Caller(url).refused(readCalendar, { params: { token: 'a-link-that-was-revoked' } });
    expect(await heard(REFUSED, 'not-found')).not.toHaveProperty('to');
    const { id: tokenId, token } = await owner.call(makePersonalToken, { body: { name: 'Timer', scopes: ['read'], password: PASSWORD } });
    await owner.call(revokePersonalToken, { params: { tokenId } });
    await new Caller(url, token).refused(ownAccount, {});
    await heard(REFUSED, 'not-signed-in');
    expect(lines.join('')).not.toContain(token);
  });

  it('is HEAD of an address as much as GET, because both do the same', async () => {
    const [person, [message]] = [await new Someone(url).registers(), await rows<{ id: string }>('select id from message limit 1')];
    const head = (path: string, { token }: Someone) => fetch(`${url}/api/v1${path}`, { method: 'HEAD', headers: { authorization: `Bearer ${token}` } });
    await admin.signsIn(admin.email);
    lines.splice(0);
    expect((await head(`/messages/${message!.id}`, admin)).status).toBe(200);
    expect(await heard('mail-read')).toMatchObject({ person: admin.id, to: { messageId: message!.id } });
    expect((await head(`/messages/${message!.id}`, person)).status).toBe(403);
    expect(await heard('mail-read', 'not-permitted')).toMatchObject({ person: person.id });
  });

  it('is nothing that another spelling of an address opens', async () => {
    const path = '/api/v1/audit-entries';
    const spellings = [
      `${path}/`,
      '/api/v1//audit-entries',
      '/api/v1/x/../audit-entries',
      '/api/v1/%2e/audit-entries',
      '/API/v1/audit-entries',
      '/api/v1/Audit-Entries',
    ];
    const person = await new Someone(url).registers();
    for (const spelling of [path, ...spellings, '/api/v1/audit%2Dentries', `${path}?x=1`, `${path};x`]) {
      const answer = await fetch(`${url}${spelling}`, { headers: { authorization: `Bearer ${person.token}` } });
      // An address that is none of the API's gets the page of the web app.
      expect([spelling, (await answer.text()).includes('"items"')]).toEqual([spelling, false]);
      if (spelling === path) expect(answer.status).toBe(403);
    }
    for (const method of ['OPTIONS', 'TRACE', 'PROPFIND', 'POST']) {
      const { status } = await rawRequest(`${url}${path}`, method, person.token!);
      expect([method, status >= 400]).toEqual([method, true]);
    }
  });

  it('is not an access token that ran out, and no page of a catalog that is not there', async () => {
    await new Caller(url, 'no-token').refused(ownAccount, {});
    await new Caller(url).refused(readCertification, { params: { slug: 'no-such-certification' } });
    await new Caller(url).refused(readCalendar, { params: { token: 'the-last-one' } });
    await heard(REFUSED, 'not-found');
    expect(events()).toHaveLength(1);
  });

  it('is documented by its name', () => {
    const [, section = ''] = readFileSync('docs/limits.md', 'utf8').split('## The security log');
    const documented = [...section.split('\n## ')[0]!.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name!);
    const named = servedEndpoints(app).flatMap(({ securityEvent }) => securityEvent ?? []);
    expect(documented.toSorted()).toEqual([...new Set([...named, REFUSED, 'refresh-token-reused'])].toSorted());
  });
});
