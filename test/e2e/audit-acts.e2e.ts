import { downloadArchive } from '../../src/archive/archive.contract.js';
import { readCertification } from '../../src/curriculum/curriculum.contract.js';
import { recordOutcome } from '../../src/enrollments/enrollments.contract.js';
import { completeOutcome, listOutcomes } from '../../src/enrollments/life/life.contract.js';
import { askForWaiver, declineWaiverRequest } from '../../src/enrollments/waivers/waiver-requests.contract.js';
import { listAuditEntries, type AuditEntry } from '../../src/platform/audit/audit.contract.js';
import { signOff, revokeSignOff } from '../../src/progress/evidence/sign-offs.contract.js';
import { PasswordChangeService } from '../../src/users/password-change.service.js';
import { makePersonalToken, revokePersonalToken } from '../../src/users/personal-tokens/personal-tokens.contract.js';
import { changePassword, requestPasswordReset, resetPassword } from '../../src/users/users.contract.js';
import { startDaymark } from '../support/daymark.js';
import { evidenceOf } from '../support/evidence.js';
import { PASSWORD, type Someone } from '../support/people.js';

const NEXT = 'another long phrase';
const HERE = '127.0.0.1';

describe('the audit trail records', () => {
  const daymark = startDaymark();
  const { projectId, submits, reviews, mentorOf, contentOf } = evidenceOf(daymark);
  let admin: Someone;
  beforeAll(async () => {
    admin = await daymark.withRoles('admin');
  });

  /** All that speaks of a person, oldest first. */
  const about = async ({ id }: Someone) => (await admin.call(listAuditEntries, { query: { person: id, limit: 100 } })).items.toReversed();
  const told = ({ act, by, subject, address, detail }: AuditEntry) => {
    const { about, before, after } = subject.person!;
    return { act, by: by.person?.id ?? by.kind, on: subject.id, address, detail, about, before, after };
  };
  const unchanged = { before: null, after: null };

  it('that evidence was approved or that changes were requested, with the comment and the state before and after', async () => {
    const learner = await daymark.learner();
    const [mentor, project] = [await mentorOf(learner), await projectId()];
    const evidence = await submits(learner, project);
    const criteria = [
      { criterion: 'It runs', met: true },
      { criterion: 'It is watched', met: false },
    ];
    await reviews(mentor, learner, evidence.id, { verdict: 'changes-requested', comment: 'Show the alarms, too.', criteria });
    await reviews(mentor, learner, evidence.id, { comment: 'Well done' });
    const { title } = (await contentOf('foundation')).projects[0]!;
    const whose = { by: mentor.id, on: learner.id, address: HERE };
    const detail = { enrollmentId: learner.enrollmentId, evidenceId: evidence.id, project: { id: project, title } };
    expect((await about(learner)).map(told).slice(-2)).toEqual([
      {
        ...{ act: 'changes-requested', ...whose, detail, about: { comment: 'Show the alarms, too.', criteriaMet: 1, criteriaNotMet: 1 } },
        ...{ before: { state: 'submitted' }, after: { state: 'changes-requested' } },
      },
      {
        ...{ act: 'evidence-approved', ...whose, detail, about: { comment: 'Well done', criteriaMet: 0, criteriaNotMet: 0 } },
        ...{ before: { state: 'changes-requested' }, after: { state: 'approved' } },
      },
    ]);
  });

  it('one review once, however often it is sent', async () => {
    const learner = await daymark.learner();
    const [mentor, evidence] = [await mentorOf(learner), await submits(learner, await projectId())];
    const key = '0198c0de-0000-7000-8000-000000000001';
    for (const _ of [1, 2]) await reviews(mentor, learner, evidence.id, {}, key);
    expect((await about(learner)).filter(({ act }) => act === 'evidence-approved').length).toBe(1);
  });

  it('that a skill was signed off, and that this was revoked, once each', async () => {
    const learner = await daymark.learner();
    const mentor = await mentorOf(learner);
    const { id: skillId, title } = (await contentOf('foundation')).skills[0]!;
    const params = { enrollmentId: learner.enrollmentId, skillId };
    for (const _ of [1, 2]) await mentor.call(signOff, { params, body: { note: 'Explained it to me' } });
    for (const _ of [1, 2]) await mentor.call(revokeSignOff, { params });
    const detail = { enrollmentId: learner.enrollmentId, skill: { id: skillId, title } };
    const whose = { by: mentor.id, on: learner.id, address: HERE, detail, about: { note: 'Explained it to me' }, ...unchanged };
    expect((await about(learner)).map(told).slice(1)).toEqual([
      { act: 'skill-signed-off', ...whose },
      { act: 'sign-off-revoked', ...whose },
    ]);
  });

  it('an exam attempt and its result, with the state before and after', async () => {
    const learner = await daymark.learner();
    const of = { enrollmentId: learner.enrollmentId };
    await learner.call(recordOutcome, { params: of, body: { takenOn: '2026-03-02', result: null } });
    const [outcome] = (await learner.call(listOutcomes, { params: of })).items;
    const passed = { result: 'passed', scorePercent: 86, validUntil: '2028-03-02' } as const;
    for (const _ of [1, 2]) await learner.call(completeOutcome, { params: { ...of, outcomeId: outcome!.id }, body: passed });
    const { id, title } = await contentOf('foundation');
    const whose = { by: learner.id, on: learner.id, address: HERE, detail: { ...of, level: { id, title } }, about: {} };
    const awaited = { state: 'exam-taken', takenOn: '2026-03-02', result: null };
    expect((await about(learner)).map(told)).toEqual([
      { act: 'exam-attempt-recorded', ...whose, before: { state: 'active' }, after: { ...awaited, scorePercent: null, validUntil: null } },
      { act: 'exam-result-recorded', ...whose, before: awaited, after: { ...awaited, state: 'passed', ...passed } },
    ]);
  });

  it('that a waiver was declined, with the request and the reason, once', async () => {
    const learner = await daymark.learner({ enrolled: false });
    const { levels } = await learner.call(readCertification, { params: { slug: 'kubernetes' } });
    const { id: levelId, title } = levels.find(({ slug }) => slug === 'security-specialist')!;
    const { id: requestId } = await learner.call(askForWaiver, { params: { levelId }, body: { reason: 'Passed it in 2024' } });
    for (const reason of ['Send the certificate first', 'No, thank you']) await admin.call(declineWaiverRequest, { params: { requestId }, body: { reason } });
    expect((await about(learner)).map(told)).toEqual([
      {
        ...{ act: 'waiver-declined', by: admin.id, on: learner.id, address: HERE, detail: { level: { id: levelId, title } } },
        ...{ about: { request: 'Passed it in 2024', reason: 'Send the certificate first' }, ...unchanged },
      },
    ]);
  });

  it('what people do with their own account: password, reset, tokens, export', async () => {
    const person = await daymark.someone();
    await person.call(changePassword, { body: { current: PASSWORD, next: NEXT } });
    await person.signsIn(person.email, NEXT);
    const { id: tokenId } = await person.call(makePersonalToken, { body: { name: 'Study timer', scopes: ['read'], expiresInDays: null, password: NEXT } });
    for (const _ of [1, 2]) await person.call(revokePersonalToken, { params: { tokenId } });
    await person.call(downloadArchive, {});
    await daymark.visitor().call(requestPasswordReset, { body: { email: person.email } });
    const [mail] = await daymark.database.query<{ text: string }[]>(`select text from message where person_id = $1 and kind = 'password-reset'`, [person.id]);
    const token = /\/new-password\/([\w-]{43})/.exec(mail!.text)![1]!;
    await daymark.visitor().call(resetPassword, { params: { token }, body: { password: PASSWORD } });
    await daymark.app.get(PasswordChangeService).set(person.id, NEXT);
    const own = { by: person.id, on: person.id, address: HERE, detail: {}, about: {}, ...unchanged };
    const ofToken = { ...own, detail: { tokenId }, about: { tokenName: 'Study timer', scopes: ['read'], expiresAt: null } };
    expect((await about(person)).map(told)).toEqual([
      { ...own, act: 'password-changed', detail: { accessRevoked: true } },
      { ...ofToken, act: 'personal-token-made' },
      { ...ofToken, act: 'personal-token-revoked' },
      { ...own, act: 'archive-downloaded' },
      { ...own, act: 'password-reset-requested', by: 'visitor' },
      { ...own, act: 'password-reset-used', detail: { accessRevoked: true } },
      { ...own, act: 'password-replaced', by: 'command-line', address: null },
    ]);
  });

  it('nothing of an act that was refused', async () => {
    const person = await daymark.someone();
    await person.refused(changePassword, { body: { current: 'not my password', next: NEXT } });
    await person.refused(revokePersonalToken, { params: { tokenId: '0198c0de-0000-7000-8000-000000000002' } });
    await daymark.visitor().call(requestPasswordReset, { body: { email: 'nobody@harbour.example' } });
    expect(await about(person)).toEqual([]);
  });
});
