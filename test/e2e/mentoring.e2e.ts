import { assignMentor } from '../../src/enrollments/enrollments.contract.js';
import { listLearners } from '../../src/mentoring/mentoring.contract.js';
import { readPlan } from '../../src/plans/plans.contract.js';
import { listStudyDays } from '../../src/progress/progress.contract.js';
import { readReadiness } from '../../src/readiness/readiness.contract.js';
import { startDaymark } from '../support/daymark.js';
import type { Learner } from '../support/people.js';

describe("a mentor's board", () => {
  const daymark = startDaymark();

  it('holds assigned learners alone, those who need attention first, each with its reason', async () => {
    const [admin, mentor] = [await daymark.withRoles('admin'), await daymark.withRoles('mentor')];
    const [steady, silent, others] = [
      await daymark.learner({ name: 'Mina Shoal' }),
      await daymark.learner({ name: 'Ivo Longshore' }),
      await daymark.learner({ name: 'Pia Tideway' }),
    ];
    for (const { enrollmentId } of [steady, silent]) await admin.call(assignMentor, { params: { enrollmentId }, body: { mentorId: mentor.id } });
    await silent.logs({ date: '2026-03-02', minutes: 30 });
    daymark.clock.setTo('2026-03-09T20:00:00Z');
    await steady.logs({ date: '2026-03-09', minutes: 60 });
    await mentor.signsIn(mentor.email);
    const { items, needAttention } = await mentor.call(listLearners, { query: {} });
    expect(items.map(({ name }) => name)).toEqual(['Ivo Longshore', 'Mina Shoal']);
    expect(items.map(({ enrollmentId }) => enrollmentId)).not.toContain(others.enrollmentId);
    expect(items[0]).toMatchObject({ daysSinceStudied: 7, needsAttention: true });
    expect(items[0]!.reasons).toContainEqual({ kind: 'silent', days: 5 });
    expect(items[1]).toMatchObject({ daysSinceStudied: 0, lastStudiedOn: '2026-03-09', daysToExam: 23 });
    expect(needAttention).toBe(items.filter(({ needsAttention }) => needsAttention).length);
    expect((await mentor.call(listLearners, { query: { search: 'mina' } })).items.map(({ name }) => name)).toEqual(['Mina Shoal']);
    expect(await steady.refused(listLearners, { query: {} })).toMatchObject({ type: '/problems/not-permitted' });
  });

  const mentored = async (...learners: Learner[]) => {
    const [admin, mentor] = [await daymark.withRoles('admin'), await daymark.withRoles('mentor')];
    for (const { enrollmentId } of learners) await admin.call(assignMentor, { params: { enrollmentId }, body: { mentorId: mentor.id } });
    return mentor;
  };

  it('dates each learner where they are', async () => {
    daymark.clock.setTo('2026-03-02T20:00:00Z');
    const mentor = await mentored(await daymark.learner({ name: 'East', timeZone: 'Asia/Kolkata' }), await daymark.learner({ name: 'West' }));
    const { items } = await mentor.call(listLearners, { query: {} });
    expect(Object.fromEntries(items.map(({ name, daysToExam }) => [name, daysToExam]))).toEqual({ East: 29, West: 30 });
  });

  it('is searched by name and read page by page', async () => {
    const names = ['Nell Capstan', 'Otto Breakwater', 'Nellie Quay'];
    const mentor = await mentored(...(await Promise.all(names.map((name) => daymark.learner({ name })))));
    const found = async (search: string) => (await mentor.call(listLearners, { query: { search } })).items.map(({ name }) => name);
    expect(await found('nell')).toEqual(['Nell Capstan', 'Nellie Quay']);
    expect(await found('%')).toEqual([]);
    const first = await mentor.call(listLearners, { query: { limit: 2 } });
    const second = await mentor.call(listLearners, { query: { limit: 2, cursor: first.nextCursor ?? '' } });
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(['Nell Capstan', 'Nellie Quay', 'Otto Breakwater']);
    expect(second.nextCursor).toBeNull();
    expect(await mentor.refused(listLearners, { query: { cursor: 'made up' } })).toMatchObject({ type: '/problems/invalid-input' });
  });

  it('opens plan, days and readiness of those assigned, and of nobody else', async () => {
    const [learner, other] = [await daymark.learner(), await daymark.learner()];
    const mentor = await mentored(learner);
    const [theirs, closed] = [{ params: { enrollmentId: learner.enrollmentId } }, { params: { enrollmentId: other.enrollmentId } }];
    expect((await mentor.call(readPlan, theirs)).items.length).toBeGreaterThan(10);
    expect(await mentor.call(listStudyDays, { ...theirs, query: {} })).toMatchObject({ totalDays: 0 });
    expect(await mentor.call(readReadiness, theirs)).toMatchObject({ state: 'computing' });
    for (const endpoint of [readPlan, listStudyDays, readReadiness])
      expect(await mentor.refused(endpoint, closed)).toMatchObject({ type: '/problems/not-found' });
  });
});
