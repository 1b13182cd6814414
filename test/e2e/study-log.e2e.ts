import { randomUUID } from 'node:crypto';
import { readCertification } from '../../src/curriculum/curriculum.contract.js';
import {
  correctStudy,
  deleteStudy,
  finishProject,
  listFinishedProjects,
  listStudyDays,
  listStudyEntries,
  reopenProject,
} from '../../src/progress/progress.contract.js';
import { startDaymark } from '../support/daymark.js';
import type { Learner } from '../support/people.js';

const daysOf = async (learner: Learner) => (await learner.call(listStudyDays, { params: { enrollmentId: learner.enrollmentId }, query: {} })).items;

describe('the study log', () => {
  const daymark = startDaymark();
  const levelOf = async (slug: string) => {
    const { levels } = await daymark.visitor().call(readCertification, { params: { slug: 'certified-mlops-engineer' } });
    return levels.find((each) => each.slug === slug)!;
  };

  it('adds the entries of a day up', async () => {
    const learner = await daymark.learner();
    await learner.logs({ date: '2026-03-01', minutes: 30 });
    expect(await learner.logs({ date: '2026-03-01', minutes: 45, note: 'Twice today' })).toMatchObject({
      minutes: 45,
      note: 'Twice today',
      day: { minutes: 75, entries: 2 },
    });
    expect(await daysOf(learner)).toEqual([{ date: '2026-03-01', minutes: 75, entries: 2 }]);
  });

  it('takes the date it is where the learner is, and none later or before the year', async () => {
    daymark.clock.setTo('2026-03-01T20:00:00Z');
    const inKolkata = await daymark.learner({ timeZone: 'Asia/Kolkata' });
    expect(await inKolkata.logs({ date: '2026-03-02', minutes: 30 })).toMatchObject({ minutes: 30 });
    for (const date of ['2026-03-03', '2025-03-01']) {
      expect(await inKolkata.fails({ date, minutes: 30 })).toMatchObject({ type: '/problems/date-not-loggable', from: '2025-03-02', to: '2026-03-02' });
    }
    daymark.clock.setTo('2026-03-02T09:00:00Z');
  });

  it.each([
    ['no minutes', { minutes: 0 }, 'body.minutes'],
    ['more than a day of minutes', { minutes: 1_441 }, 'body.minutes'],
    ['half a minute', { minutes: 1.5 }, 'body.minutes'],
    ['a note without end', { note: 'x'.repeat(2_001) }, 'body.note'],
    ['a date that is none', { date: '2026-02-30' }, 'body.date'],
    ['a skill and a project at once', { skillId: randomUUID(), projectId: randomUUID() }, 'body.projectId'],
  ])('refuses %s by the name of the field, and writes nothing', async (_, study, path) => {
    const learner = await daymark.learner();
    expect(await learner.fails({ date: '2026-03-01', minutes: 30, ...study })).toMatchObject({ type: '/problems/invalid-input', errors: [{ path }] });
    expect(await daysOf(learner)).toEqual([]);
  });

  it('knows the skills and projects of its own level alone', async () => {
    const learner = await daymark.learner();
    const other = await levelOf('professional');
    for (const skillId of [randomUUID(), other.skills[0]!.id])
      expect(await learner.fails({ date: '2026-03-01', minutes: 30, skillId })).toMatchObject({ type: '/problems/unknown-skill' });
    const projectId = other.projects[0]!.id;
    expect(await learner.fails({ date: '2026-03-01', minutes: 30, projectId })).toMatchObject({ type: '/problems/unknown-project' });
    expect(await daysOf(learner)).toEqual([]);
  });

  it('is closed to everyone else', async () => {
    const [learner, stranger] = [await daymark.learner(), await daymark.learner()];
    expect(await stranger.fails({ date: '2026-03-01', minutes: 30 }, undefined, learner.enrollmentId)).toMatchObject({ type: '/problems/not-found' });
    expect(await daysOf(learner)).toEqual([]);
  });

  it('loses nothing of twenty requests at once, and never fills a day beyond its minutes', async () => {
    const learner = await daymark.learner();
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => learner.logs({ date: '2026-03-01', minutes: 100 })));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(14);
    expect(await daysOf(learner)).toEqual([{ date: '2026-03-01', minutes: 1_400, entries: 14 }]);
    expect(await learner.fails({ date: '2026-03-01', minutes: 100 })).toMatchObject({ type: '/problems/day-is-full', free: 40 });
  });

  it('counts the same request once, however often and however close together it comes', async () => {
    const learner = await daymark.learner();
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => learner.logs({ date: '2026-03-01', minutes: 30 }, key)));
    expect(new Set(answers.map(({ id }) => id))).toEqual(new Set([key]));
    expect(await learner.logs({ date: '2026-03-02', minutes: 99 }, key)).toMatchObject({ id: key, date: '2026-03-01', minutes: 30 });
    expect(await daysOf(learner)).toEqual([{ date: '2026-03-01', minutes: 30, entries: 1 }]);
  });

  it("refuses a key that is somebody else's entry, and tells nothing of it", async () => {
    const [learner, other] = [await daymark.learner(), await daymark.learner()];
    const { id } = await other.logs({ date: '2026-03-01', minutes: 30, note: 'mine' });
    const problem = await learner.fails({ date: '2026-03-01', minutes: 30 }, id);
    expect(problem).toMatchObject({ type: '/problems/key-taken', status: 409 });
    expect(JSON.stringify(problem)).not.toContain('mine');
    expect(await daysOf(learner)).toEqual([]);
  });

  it('does not bring a deleted entry back when its request comes late once more', async () => {
    const learner = await daymark.learner();
    const key = randomUUID();
    await learner.logs({ date: '2026-03-01', minutes: 30 }, key);
    const params = { enrollmentId: learner.enrollmentId, entryId: key };
    expect(await learner.call(deleteStudy, { params })).toMatchObject({ deletedAt: expect.any(String), day: { minutes: 0, entries: 0 } });
    expect(await learner.call(deleteStudy, { params })).toMatchObject({ deletedAt: expect.any(String) });
    expect(await learner.logs({ date: '2026-03-01', minutes: 30 }, key)).toMatchObject({ id: key, deletedAt: expect.any(String) });
    expect(await daysOf(learner)).toEqual([]);
  });

  it('moves the minutes of a corrected entry to its new day, and only where there is room', async () => {
    const learner = await daymark.learner();
    const entry = await learner.logs({ date: '2026-03-01', minutes: 30 });
    const params = { enrollmentId: learner.enrollmentId, entryId: entry.id };
    const corrected = await learner.call(correctStudy, { params, body: { date: '2026-03-02', minutes: 45, note: 'It was today' } });
    expect(corrected).toMatchObject({ date: '2026-03-02', minutes: 45, note: 'It was today', day: { minutes: 45, entries: 1 } });
    expect(corrected.changedAt > entry.changedAt).toBe(true);
    await learner.logs({ date: '2026-02-28', minutes: 1_400 });
    expect(await learner.refused(correctStudy, { params, body: { date: '2026-02-28', minutes: 45 } })).toMatchObject({ type: '/problems/day-is-full' });
    expect(await learner.refused(correctStudy, { params, body: { date: '2026-03-03', minutes: 45 } })).toMatchObject({ type: '/problems/date-not-loggable' });
    expect(await learner.refused(correctStudy, { params, body: { date: '2026-03-02', minutes: 45, skillId: randomUUID() } })).toMatchObject({
      type: '/problems/unknown-skill',
    });
    expect(await learner.refused(correctStudy, { params, body: { date: '2026-03-02', minutes: 45, projectId: randomUUID() } })).toMatchObject({
      type: '/problems/unknown-project',
    });
    expect(await daysOf(learner)).toEqual([
      { date: '2026-02-28', minutes: 1_400, entries: 1 },
      { date: '2026-03-02', minutes: 45, entries: 1 },
    ]);
  });

  it('is listed the latest day first, page by page', async () => {
    const learner = await daymark.learner();
    for (const date of ['2026-02-27', '2026-03-01', '2026-02-28']) await learner.logs({ date, minutes: 20 });
    const params = { enrollmentId: learner.enrollmentId };
    const first = await learner.call(listStudyEntries, { params, query: { limit: 2 } });
    const second = await learner.call(listStudyEntries, { params, query: { limit: 2, cursor: first.nextCursor! } });
    expect([...first.items, ...second.items].map(({ date }) => date)).toEqual(['2026-03-01', '2026-02-28', '2026-02-27']);
  });

  it('says which projects are done, and that one is not after all', async () => {
    const learner = await daymark.learner();
    const projectId = (await levelOf('foundation')).projects[0]!.id;
    const params = { enrollmentId: learner.enrollmentId, projectId };
    expect(await learner.call(finishProject, { params })).toEqual({ projectId, finishedOn: '2026-03-02', approvedBy: null });
    expect((await learner.call(listFinishedProjects, { params: { enrollmentId: learner.enrollmentId } })).items).toEqual([
      { projectId, finishedOn: '2026-03-02', approvedBy: null },
    ]);
    await learner.call(reopenProject, { params });
    expect((await learner.call(listFinishedProjects, { params: { enrollmentId: learner.enrollmentId } })).items).toEqual([]);
    expect(await learner.refused(finishProject, { params: { ...params, projectId: randomUUID() } })).toMatchObject({ type: '/problems/unknown-project' });
  });

  it('takes back that a project is not done after all, with the day on which it was', async () => {
    const learner = await daymark.learner();
    const projectId = (await levelOf('foundation')).projects[0]!.id;
    const params = { enrollmentId: learner.enrollmentId, projectId };
    const done = await learner.call(finishProject, { params });
    daymark.clock.setTo('2026-03-09T09:00:00Z');
    await learner.call(reopenProject, { params });
    expect(await learner.call(finishProject, { params, query: { on: done.finishedOn } })).toEqual(done);
    expect(await learner.refused(finishProject, { params, query: { on: '2026-03-10' } })).toMatchObject({ type: '/problems/date-not-loggable' });
    daymark.clock.setTo('2026-03-02T09:00:00Z');
  });

  it('is closed once the learner withdrew', async () => {
    const learner = await daymark.learner();
    const { id: entryId } = await learner.logs({ date: '2026-03-01', minutes: 30 });
    await daymark.database.query(`update enrollment set state = 'withdrawn' where id = $1`, [learner.enrollmentId]);
    const { enrollmentId } = learner;
    const projectId = (await levelOf('foundation')).projects[0]!.id;
    const closed = { type: '/problems/enrollment-closed', status: 409 };
    expect(await learner.fails({ date: '2026-03-01', minutes: 30 })).toMatchObject(closed);
    expect(await learner.refused(correctStudy, { params: { enrollmentId, entryId }, body: { date: '2026-03-01', minutes: 20 } })).toMatchObject(closed);
    expect(await learner.refused(deleteStudy, { params: { enrollmentId, entryId } })).toMatchObject(closed);
    expect(await learner.refused(finishProject, { params: { enrollmentId, projectId } })).toMatchObject(closed);
    expect(await learner.refused(reopenProject, { params: { enrollmentId, projectId } })).toMatchObject(closed);
  });
});
