import { randomUUID } from 'node:crypto';
import {
  deleteEvidence,
  listEvidence,
  listProjectEvidence,
  readEvidence,
  restoreEvidence,
  submitEvidence,
} from '../../src/progress/evidence/evidence.contract.js';
import { startDaymark } from '../support/daymark.js';
import { evidenceOf, LINK } from '../support/evidence.js';
import type { Learner } from '../support/people.js';

const text = (words: string) => new TextEncoder().encode(words);

describe('evidence', () => {
  const daymark = startDaymark();
  const { contentOf, projectId: projectOf, submits, uploads, reviews, mentorOf } = evidenceOf(daymark);
  const listOf = async (person: Learner, params: { enrollmentId: string }) => (await person.call(listEvidence, { params, query: {} })).items;
  const statesOf = async (learner: Learner) => (await listOf(learner, learner)).map(({ number, state }) => [number, state]);

  it('shows links, texts and files, in their order', async () => {
    const [learner, projectId] = [await daymark.learner(), await projectOf()];
    const file = await uploads(learner, 'metrics.csv', text('epoch,loss\n1,0.3\n'));
    const items = [LINK, { kind: 'text', text: '# What I did\n\nTrained it.' } as const, { kind: 'file', fileId: file.id } as const];
    const evidence = await submits(learner, projectId, items);
    expect(evidence).toMatchObject({
      ...{ projectId, number: 1, state: 'submitted', deletedAt: null, reviews: [] },
      items: [LINK, items[1], { kind: 'file', file: { name: 'metrics.csv', type: 'text/csv; charset=utf-8', bytes: 17 } }],
    });
    expect(await learner.call(readEvidence, { params: { enrollmentId: learner.enrollmentId, evidenceId: evidence.id } })).toEqual(evidence);
    expect(await listOf(learner, learner)).toEqual([evidence]);
  });

  it('counts the same request once, however often it comes, and not again once it is deleted', async () => {
    const [learner, projectId, key] = [await daymark.learner(), await projectOf(), randomUUID()];
    const answers = await Promise.all(Array.from({ length: 10 }, () => submits(learner, projectId, [LINK], key)));
    expect(new Set(answers.map(({ id, number }) => `${id} ${number}`))).toEqual(new Set([`${key} 1`]));
    const params = { enrollmentId: learner.enrollmentId, evidenceId: key };
    const deleted = await learner.call(deleteEvidence, { params });
    expect(deleted).toMatchObject({ deletedAt: expect.any(String) });
    expect(await learner.call(deleteEvidence, { params })).toEqual(deleted);
    expect(await submits(learner, projectId, [LINK], key)).toMatchObject({ id: key, deletedAt: expect.any(String) });
    expect(await statesOf(learner)).toEqual([]);
  });

  it('asks for readiness, since what is handed in counts in the chance of passing; so does its deletion, and taking that back', async () => {
    const [learner, projectId, key] = [await daymark.learner(), await projectOf(), randomUUID()];
    const params = { enrollmentId: learner.enrollmentId, evidenceId: key };
    const changes = [
      () => submits(learner, projectId, [LINK], key),
      () => learner.call(deleteEvidence, { params }),
      () => learner.call(restoreEvidence, { params }),
    ];
    for (const change of changes) {
      await daymark.database.query('delete from work');
      await change();
      expect(await daymark.database.query('select kind from work where subject_id = $1', [learner.enrollmentId])).toEqual([{ kind: 'readiness' }]);
    }
  });

  it("refuses a key that is another's, and tells nothing of it", async () => {
    const [learner, other, projectId] = [await daymark.learner(), await daymark.learner(), await projectOf()];
    const { id } = await submits(other, projectId, [{ kind: 'text', text: 'mine alone' }]);
    const problem = await learner.refused(submitEvidence, {
      ...{ params: { enrollmentId: learner.enrollmentId, projectId }, body: { items: [LINK] } },
      headers: { 'idempotency-key': id },
    });
    expect(problem).toMatchObject({ type: '/problems/key-taken' });
    expect(JSON.stringify(problem)).not.toContain('mine');
  });

  it('that comes later takes the place of the earlier, until it is deleted', async () => {
    const [learner, projectId] = [await daymark.learner(), await projectOf()];
    await submits(learner, projectId);
    const second = await submits(learner, projectId);
    expect(await statesOf(learner)).toEqual([
      [2, 'submitted'],
      [1, 'resubmitted'],
    ]);
    const params = { enrollmentId: learner.enrollmentId, evidenceId: second.id };
    await learner.call(deleteEvidence, { params });
    expect(await statesOf(learner)).toEqual([[1, 'submitted']]);
    expect(await learner.call(restoreEvidence, { params })).toEqual(second);
    expect(await learner.call(restoreEvidence, { params })).toEqual(second);
    expect(await statesOf(learner)).toEqual([
      [2, 'submitted'],
      [1, 'resubmitted'],
    ]);
    expect(await submits(learner, projectId)).toMatchObject({ number: 3 });
  });

  it('of twenty submissions at once is numbered without a gap', async () => {
    const [learner, projectId] = [await daymark.learner(), await projectOf()];
    const all = await Promise.all(Array.from({ length: 20 }, () => submits(learner, projectId)));
    expect(all.map(({ number }) => number).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect((await statesOf(learner)).filter(([, state]) => state === 'submitted')).toEqual([[20, 'submitted']]);
  });

  it('is listed by project or over all, the latest first, page by page', async () => {
    const [learner, one, other] = [await daymark.learner(), await projectOf(0), await projectOf(1)];
    for (const projectId of [one, other, one]) await submits(learner, projectId);
    const params = { enrollmentId: learner.enrollmentId };
    const first = await learner.call(listEvidence, { params, query: { limit: 2 } });
    const second = await learner.call(listEvidence, { params, query: { limit: 2, cursor: first.nextCursor! } });
    expect([...first.items, ...second.items].map(({ projectId, number }) => [projectId, number])).toEqual([
      [one, 2],
      [other, 1],
      [one, 1],
    ]);
    expect(second.nextCursor).toBeNull();
    const ofOne = await learner.call(listProjectEvidence, { params: { ...params, projectId: one }, query: {} });
    expect(ofOne.items.map(({ number }) => number)).toEqual([2, 1]);
  });

  it.each([
    ['nothing at all', []],
    ['a link that runs', [{ kind: 'link', url: 'javascript:alert(1)' }]],
    ['a link into a data address', [{ kind: 'link', url: 'data:text/html,<script>alert(1)</script>' }]],
    ['a link to a file of the reader', [{ kind: 'link', url: 'file:///etc/passwd' }]],
    ['an empty text', [{ kind: 'text', text: '  ' }]],
    ['a text without end', [{ kind: 'text', text: 'x'.repeat(20_001) }]],
    ['more than one can look at', Array.from({ length: 21 }, () => LINK)],
    ['something else', [{ kind: 'video', url: 'https://example.org' }]],
  ])('is not %s', async (_, items) => {
    const [learner, projectId] = [await daymark.learner(), await projectOf()];
    const sent = { params: { enrollmentId: learner.enrollmentId, projectId }, body: { items } };
    expect(await learner.refused(submitEvidence, sent)).toMatchObject({ type: '/problems/invalid-input' });
    expect(await statesOf(learner)).toEqual([]);
  });

  it('is for a project of the level, with files of the enrollment', async () => {
    const [learner, other, projectId] = [await daymark.learner(), await daymark.learner(), await projectOf()];
    const foreign = (await contentOf('professional')).projects[0]!.id;
    for (const unknown of [foreign, randomUUID()]) {
      const sent = { params: { enrollmentId: learner.enrollmentId, projectId: unknown }, body: { items: [LINK] } };
      expect(await learner.refused(submitEvidence, sent)).toMatchObject({ type: '/problems/unknown-project' });
    }
    const theirs = await uploads(other, 'theirs.txt', text('theirs'));
    for (const fileId of [theirs.id, randomUUID()]) {
      const sent = { params: { enrollmentId: learner.enrollmentId, projectId }, body: { items: [{ kind: 'file', fileId }] } };
      expect(await learner.refused(submitEvidence, sent)).toMatchObject({ type: '/problems/unknown-file', missing: [fileId] });
    }
    expect(await statesOf(learner)).toEqual([]);
  });

  it('is read by the learner and their mentor, and by nobody else; what is deleted by the learner alone', async () => {
    const [learner, stranger, projectId] = [await daymark.learner(), await daymark.learner(), await projectOf()];
    const [mentor, otherMentor] = [await mentorOf(learner), await daymark.withRoles('mentor')];
    const { id: evidenceId } = await submits(learner, projectId);
    const params = { enrollmentId: learner.enrollmentId, evidenceId };
    expect(await mentor.call(readEvidence, { params })).toMatchObject({ id: evidenceId });
    for (const person of [stranger, otherMentor]) {
      expect(await person.refused(readEvidence, { params })).toMatchObject({ type: '/problems/not-found' });
      expect(await person.refused(listEvidence, { params, query: {} })).toMatchObject({ type: '/problems/not-found' });
      expect(await person.refused(listProjectEvidence, { params: { ...params, projectId }, query: {} })).toMatchObject({ type: '/problems/not-found' });
    }
    const throughTheirOwn = { params: { enrollmentId: stranger.enrollmentId, evidenceId } };
    for (const endpoint of [readEvidence, deleteEvidence, restoreEvidence])
      expect(await stranger.refused(endpoint, throughTheirOwn)).toMatchObject({ type: '/problems/not-found' });
    expect(await mentor.refused(deleteEvidence, { params })).toMatchObject({ type: '/problems/not-permitted' });
    await learner.call(deleteEvidence, { params });
    expect(await learner.call(readEvidence, { params })).toMatchObject({ deletedAt: expect.any(String) });
    expect(await mentor.refused(readEvidence, { params })).toMatchObject({ type: '/problems/not-found' });
    expect((await mentor.call(listEvidence, { params, query: {} })).items).toEqual([]);
  });

  it('that a mentor approved stays, and nothing takes its place', async () => {
    const [learner, projectId] = [await daymark.learner(), await projectOf()];
    const mentor = await mentorOf(learner);
    const [first, deleted] = [await submits(learner, projectId), await submits(learner, projectId)];
    const params = { enrollmentId: learner.enrollmentId };
    await learner.call(deleteEvidence, { params: { ...params, evidenceId: deleted.id } });
    await reviews(mentor, learner, first.id, {});
    const approved = { type: '/problems/evidence-approved', status: 409 };
    expect(await learner.refused(submitEvidence, { params: { ...params, projectId }, body: { items: [LINK] } })).toMatchObject(approved);
    expect(await learner.refused(deleteEvidence, { params: { ...params, evidenceId: first.id } })).toMatchObject(approved);
    expect(await learner.refused(restoreEvidence, { params: { ...params, evidenceId: deleted.id } })).toMatchObject(approved);
    await reviews(mentor, learner, first.id, { verdict: 'changes-requested', comment: 'I overlooked something' });
    expect(await submits(learner, projectId)).toMatchObject({ number: 3, state: 'submitted' });
  });

  it('is closed once the learner withdrew, and stays to be read', async () => {
    const [learner, projectId] = [await daymark.learner(), await projectOf()];
    const { id: evidenceId } = await submits(learner, projectId);
    await daymark.database.query(`update enrollment set state = 'withdrawn' where id = $1`, [learner.enrollmentId]);
    const params = { enrollmentId: learner.enrollmentId, evidenceId };
    const closed = { type: '/problems/enrollment-closed' };
    expect(await learner.refused(submitEvidence, { params: { ...params, projectId }, body: { items: [LINK] } })).toMatchObject(closed);
    expect(await learner.refused(deleteEvidence, { params })).toMatchObject(closed);
    expect(await learner.refused(restoreEvidence, { params })).toMatchObject(closed);
    expect(await learner.call(readEvidence, { params })).toMatchObject({ state: 'submitted' });
  });
});
