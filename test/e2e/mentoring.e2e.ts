import { assignMentor } from '../../src/enrollments/enrollments.contract.js';
import { listLearners } from '../../src/mentoring/mentoring.contract.js';
import { startDaymark } from '../support/daymark.js';

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
    expect(items[0]!.reasons).toContainEqual({ kind: 'silent', days: 7 });
    expect(items[1]).toMatchObject({ daysSinceStudied: 0, lastStudiedOn: '2026-03-09', daysToExam: 23 });
    expect(needAttention).toBe(items.filter(({ needsAttention }) => needsAttention).length);
    expect((await mentor.call(listLearners, { query: { search: 'mina' } })).items.map(({ name }) => name)).toEqual(['Mina Shoal']);
    expect(await steady.refused(listLearners, { query: {} })).toMatchObject({ type: '/problems/not-permitted' });
  });
});
