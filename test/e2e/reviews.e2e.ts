import { randomUUID } from 'node:crypto';
import { assignMentor } from '../../src/enrollments/enrollments.contract.js';
import { readPlan } from '../../src/plans/plans.contract.js';
import { readEvidence } from '../../src/progress/evidence/evidence.contract.js';
import { listWaitingReviews, reviewEvidence } from '../../src/progress/evidence/reviews.contract.js';
import { listSignOffs, revokeSignOff, signOff } from '../../src/progress/evidence/sign-offs.contract.js';
import { finishProject, listFinishedProjects, reopenProject } from '../../src/progress/progress.contract.js';
import { startDaymark } from '../support/daymark.js';
import { evidenceOf, LINK } from '../support/evidence.js';
import type { Learner } from '../support/people.js';

const CHANGES = { verdict: 'changes-requested', comment: 'Show the alarms, too.' } as const;

describe('reviews of evidence', () => {
  const daymark = startDaymark();
  const { contentOf, projectId: projectOf, submits, reviews, mentorOf } = evidenceOf(daymark);
  const finished = async (learner: Learner) => (await learner.call(listFinishedProjects, { params: { enrollmentId: learner.enrollmentId } })).items;
  const submitted = async (projectId?: string) => {
    const [learner, project] = [await daymark.learner(), projectId ?? (await projectOf())];
    const [evidence, mentor] = [await submits(learner, project), await mentorOf(learner)];
    return { learner, mentor, evidence, projectId: project, params: { enrollmentId: learner.enrollmentId, evidenceId: evidence.id } };
  };
  const marks = async (learner: Learner) =>
    (await daymark.database.query<{ kind: string }[]>('select kind from work where subject_id = $1 order by kind', [learner.enrollmentId])).map(
      ({ kind }) => kind,
    );

  it('ask for changes, see them made, and approve: then the project is finished, by whom it says', async () => {
    const { learner, mentor, evidence, projectId, params } = await submitted();
    const criteria = [
      { criterion: 'It runs', met: true },
      { criterion: 'It is watched', met: false },
    ];
    const review = await reviews(mentor, learner, evidence.id, { ...CHANGES, criteria });
    expect(review).toMatchObject({ ...CHANGES, criteria, by: 'A mentor' });
    expect(await learner.call(readEvidence, { params })).toMatchObject({ state: 'changes-requested', reviews: [review] });
    expect(await finished(learner)).toEqual([]);

    const second = await submits(learner, projectId);
    await daymark.database.query('delete from work');
    await reviews(mentor, learner, second.id, { comment: 'Well done' });
    expect(await finished(learner)).toEqual([{ projectId, finishedOn: '2026-03-02', approvedBy: 'A mentor' }]);
    expect(await marks(learner)).toEqual(['plan', 'readiness']);
    expect(await learner.call(readEvidence, { params })).toMatchObject({ state: 'resubmitted' });
    const items = (await learner.call(readPlan, { params: { enrollmentId: learner.enrollmentId } })).items;
    expect(items.filter((item) => item.projectId === projectId && item.state !== 'done')).toEqual([]);
  });

  it('that approve although a criterion is not met say why', async () => {
    const { learner, mentor, evidence, projectId, params } = await submitted();
    const { acceptance } = (await contentOf('foundation')).projects.find(({ id }) => id === projectId)!;
    const allBut = (unmet: number) => acceptance.map((criterion, i) => ({ criterion, met: i !== unmet }));
    const refused = (body: object) => mentor.refused(reviewEvidence, { params, body: { verdict: 'approved', ...body } });
    expect(acceptance.length).toBeGreaterThan(1);
    expect(await refused({})).toMatchObject({ type: '/problems/reason-missing', unmet: acceptance });
    expect(await refused({ criteria: allBut(1), comment: '  ' })).toMatchObject({ status: 422, unmet: [acceptance[1]] });
    expect(await refused({ criteria: [{ criterion: 'Something else', met: true }] })).toMatchObject({ unmet: acceptance });
    expect(await finished(learner)).toEqual([]);
    const key = randomUUID();
    const review = await reviews(mentor, learner, evidence.id, { criteria: allBut(-1), comment: '' }, key);
    expect(review).toMatchObject({ verdict: 'approved', comment: '' });
    expect(await finished(learner)).toHaveLength(1);
  });

  it('that approve what the learner had finished keep its date, and open it again when they are taken back', async () => {
    const { learner, mentor, evidence, projectId } = await submitted();
    await learner.call(finishProject, { params: { enrollmentId: learner.enrollmentId, projectId } });
    daymark.clock.pass({ hours: 0, minutes: 1 });
    await reviews(mentor, learner, evidence.id, {});
    expect(await finished(learner)).toMatchObject([{ finishedOn: '2026-03-02', approvedBy: 'A mentor' }]);
    await reviews(mentor, learner, evidence.id, CHANGES);
    expect(await finished(learner)).toEqual([]);
  });

  it('stand when the learner opens the project again and takes that back', async () => {
    const [learner, projectId] = [await daymark.learner(), await projectOf()];
    const mentor = await mentorOf(learner);
    await reviews(mentor, learner, (await submits(learner, projectId)).id, { verdict: 'approved' });
    const before = await finished(learner);
    const params = { enrollmentId: learner.enrollmentId, projectId };
    await learner.call(reopenProject, { params });
    expect(await finished(learner)).toEqual([]);
    await learner.call(finishProject, { params, query: { on: before[0]!.finishedOn } });
    expect(await finished(learner)).toEqual(before);
  });

  it('leave alone what is finished by the learner’s own word', async () => {
    const { learner, mentor, evidence, projectId } = await submitted();
    await learner.call(finishProject, { params: { enrollmentId: learner.enrollmentId, projectId } });
    await reviews(mentor, learner, evidence.id, CHANGES);
    expect(await finished(learner)).toMatchObject([{ projectId, approvedBy: null }]);
  });

  it('count once by their key, however often they come', async () => {
    const { learner, mentor, evidence, projectId, params } = await submitted();
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => reviews(mentor, learner, evidence.id, CHANGES, key)));
    expect(new Set(answers.map(({ id }) => id))).toEqual(new Set([key]));
    expect((await learner.call(readEvidence, { params })).reviews).toHaveLength(1);
    const other = await submits(learner, projectId);
    const sent = { params: { ...params, evidenceId: other.id }, body: CHANGES, headers: { 'idempotency-key': key } };
    expect(await mentor.refused(reviewEvidence, sent)).toMatchObject({ type: '/problems/key-taken' });
  });

  it('say what needs to change, and judge only the latest version', async () => {
    const { learner, mentor, evidence, projectId, params } = await submitted();
    const refused = (body: object, evidenceId = evidence.id) => mentor.refused(reviewEvidence, { params: { ...params, evidenceId }, body });
    expect(await refused({ verdict: 'changes-requested', comment: '  ' })).toMatchObject({
      errors: [{ path: 'body.comment', message: 'Say what needs to change' }],
    });
    const second = await submits(learner, projectId);
    expect(await refused({ verdict: 'approved' })).toMatchObject({ type: '/problems/verdict-not-possible', state: 'resubmitted' });
    await reviews(mentor, learner, second.id, {});
    expect(await refused({ verdict: 'approved' }, second.id)).toMatchObject({ type: '/problems/verdict-not-possible', state: 'approved' });
    expect(await refused({ verdict: 'approved' }, randomUUID())).toMatchObject({ type: '/problems/not-found' });
  });

  it('are given by the learner’s own mentors alone, and never by oneself', async () => {
    const { learner, params } = await submitted();
    const [stranger, admin] = [await daymark.withRoles('mentor'), await daymark.withRoles('admin')];
    const sent = { params, body: { verdict: 'approved' } };
    expect(await stranger.refused(reviewEvidence, sent)).toMatchObject({ type: '/problems/not-found' });
    for (const person of [learner, admin]) expect(await person.refused(reviewEvidence, sent)).toMatchObject({ type: '/problems/not-permitted' });

    await daymark.database.query(`insert into account_role (account_id, role, granted_at) values ($1, 'mentor', $2)`, [learner.id, '2026-03-02T09:00:00Z']);
    await learner.signsIn(learner.email);
    await admin.call(assignMentor, { params, body: { mentorId: learner.id } });
    const own = { type: '/problems/own-work', status: 403 };
    expect(await learner.refused(reviewEvidence, sent)).toMatchObject(own);
    const skillId = (await contentOf('foundation')).skills[0]!.id;
    expect(await learner.refused(signOff, { params: { ...params, skillId }, body: {} })).toMatchObject(own);
    expect(await learner.refused(revokeSignOff, { params: { ...params, skillId } })).toMatchObject(own);
    expect((await learner.call(listWaitingReviews, { query: {} })).items).toEqual([]);
  });

  it('wait in one list over all learners, the longest waiting first, until they are given', async () => {
    const [one, other, foreign] = [await daymark.learner({ name: 'Mina' }), await daymark.learner({ name: 'Ivo' }), await daymark.learner()];
    const [projectId, second] = [await projectOf(0), await projectOf(1)];
    const mentor = await mentorOf(one, other);
    const [first, replaced, third] = [await submits(one, projectId), await submits(other, projectId), await submits(other, second)];
    const fourth = await submits(other, projectId, [LINK, { kind: 'text', text: 'more' }]);
    await submits(foreign, projectId);
    const waiting = async (query: { limit?: number; cursor?: string } = {}) => mentor.call(listWaitingReviews, { query });
    const { items } = await waiting();
    expect(items.map(({ evidenceId }) => evidenceId)).toEqual([first.id, third.id, fourth.id]);
    expect(items.map(({ evidenceId }) => evidenceId)).not.toContain(replaced.id);
    expect(items[2]).toMatchObject({ learner: { name: 'Ivo' }, number: 2, items: 2, level: { slug: 'foundation' }, project: { id: projectId } });
    const page = await waiting({ limit: 2 });
    expect((await waiting({ limit: 2, cursor: page.nextCursor! })).items.map(({ evidenceId }) => evidenceId)).toEqual([fourth.id]);
    await reviews(mentor, one, first.id, {});
    await reviews(mentor, other, third.id, CHANGES);
    expect((await waiting()).items.map(({ evidenceId }) => evidenceId)).toEqual([fourth.id]);
    expect(await one.refused(listWaitingReviews, { query: {} })).toMatchObject({ type: '/problems/not-permitted' });
  });
});

describe('sign-offs', () => {
  const daymark = startDaymark();
  const { contentOf, mentorOf } = evidenceOf(daymark);

  it('attest a skill, once, and keep who took them back', async () => {
    const learner = await daymark.learner();
    const [mentor, { skills }] = [await mentorOf(learner), await contentOf('foundation')];
    const params = { enrollmentId: learner.enrollmentId, skillId: skills[0]!.id };
    const list = async () => (await learner.call(listSignOffs, { params })).items;
    await daymark.database.query('delete from work');
    const signed = await mentor.call(signOff, { params, body: { note: 'Saw it at work' } });
    expect(signed).toMatchObject({ skill: { id: params.skillId }, note: 'Saw it at work', signed: { by: 'A mentor' }, revoked: null });
    expect(await mentor.call(signOff, { params, body: { note: 'Again' } })).toEqual(signed);
    expect(await daymark.database.query('select kind from work where subject_id = $1', [learner.enrollmentId])).toEqual([{ kind: 'readiness' }]);
    await mentor.call(revokeSignOff, { params });
    await mentor.call(revokeSignOff, { params });
    await mentor.call(signOff, { params, body: {} });
    expect(await list()).toMatchObject([
      { note: '', revoked: null },
      { note: 'Saw it at work', revoked: { by: 'A mentor' } },
    ]);
  });

  it('are for skills of the level, by the learner’s own mentors', async () => {
    const [learner, stranger] = [await daymark.learner(), await daymark.withRoles('mentor')];
    const [mentor, { skills }, foreign] = [await mentorOf(learner), await contentOf('foundation'), await contentOf('professional')];
    const params = { enrollmentId: learner.enrollmentId, skillId: skills[0]!.id };
    for (const skillId of [foreign.skills[0]!.id, randomUUID()])
      expect(await mentor.refused(signOff, { params: { ...params, skillId }, body: {} })).toMatchObject({ type: '/problems/unknown-skill' });
    expect(await stranger.refused(signOff, { params, body: {} })).toMatchObject({ type: '/problems/not-found' });
    expect(await stranger.refused(revokeSignOff, { params })).toMatchObject({ type: '/problems/not-found' });
    expect(await stranger.refused(listSignOffs, { params })).toMatchObject({ type: '/problems/not-found' });
    expect(await learner.refused(signOff, { params, body: {} })).toMatchObject({ type: '/problems/not-permitted' });
  });
});
