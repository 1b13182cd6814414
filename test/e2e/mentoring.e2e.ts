import { randomUUID } from 'node:crypto';
import { assignMentor } from '../../src/enrollments/enrollments.contract.js';
import { listLearners, readLearner } from '../../src/mentoring/mentoring.contract.js';
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
    const { items, counts } = await mentor.call(listLearners, { query: {} });
    expect(items.map(({ name }) => name)).toEqual(['Ivo Longshore', 'Mina Shoal']);
    expect(items.map(({ enrollmentId }) => enrollmentId)).not.toContain(others.enrollmentId);
    expect(items[0]).toMatchObject({ daysSinceStudied: 7, needsAttention: true });
    expect(items[0]!.reasons).toContainEqual({ kind: 'silent', days: 5 });
    expect(items[1]).toMatchObject({ daysSinceStudied: 0, lastStudiedOn: '2026-03-09', daysToExam: 23 });
    expect(counts).toEqual({ all: 2, needAttention: 1, found: 2, foundNeedAttention: 1 });
    const searched = await mentor.call(listLearners, { query: { search: 'mina' } });
    expect(searched.items.map(({ name }) => name)).toEqual(['Mina Shoal']);
    expect(searched.counts).toEqual({ all: 2, needAttention: 1, found: 1, foundNeedAttention: 0 });
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

  it('counts all learners, however many there are, and gives the reasons of each one', async () => {
    const learner = await daymark.learner({ name: 'Zora Windlass' });
    const mentor = await mentored(learner);
    await copies(learner, 600);
    const { items, counts } = await mentor.call(listLearners, { query: { limit: 100 } });
    expect(items).toHaveLength(100);
    expect(counts).toMatchObject({ all: 601, found: 601 });
    daymark.clock.setTo('2026-03-09T20:00:00Z');
    await mentor.signsIn(mentor.email);
    const row = await mentor.call(readLearner, { params: { enrollmentId: learner.enrollmentId } });
    expect(row).toMatchObject({ name: 'Zora Windlass', needsAttention: true, reasons: [{ kind: 'never-started', days: 5 }] });
    const stranger = await daymark.learner();
    expect(await mentor.refused(readLearner, { params: { enrollmentId: stranger.enrollmentId } })).toMatchObject({ type: '/problems/not-found' });
    await learner.signsIn(learner.email);
    expect(await learner.refused(readLearner, { params: { enrollmentId: learner.enrollmentId } })).toMatchObject({ type: '/problems/not-permitted' });
  });

  /** Many learners of the same mentor, made from one. */
  async function copies({ id, enrollmentId }: Learner, count: number): Promise<void> {
    const ids = Array.from({ length: count }, () => [randomUUID(), randomUUID()] as const);
    const made = [ids.map(([account]) => account), ids.map(([, enrollment]) => enrollment)];
    const copy = (table: string, where: string, changes: string) =>
      daymark.database.query(
        `insert into ${table}
         select copied.* from ${table} t, unnest($2::uuid[], $3::uuid[]) as made (account_id, enrollment_id),
           jsonb_populate_record(null::${table}, to_jsonb(t) || jsonb_build_object(${changes})) copied
         where t.${where} = $1`,
        [table === 'account' ? id : enrollmentId, ...made],
      );
    await copy('account', 'id', `'id', account_id, 'email', made.account_id || '@copies.example', 'email_key', made.account_id || '@copies.example'`);
    await copy('enrollment', 'id', `'id', made.enrollment_id, 'learner_id', made.account_id`);
    await copy('enrollment_reader', 'enrollment_id', `'enrollment_id', made.enrollment_id`);
  }

  it('opens plan, days and readiness of those assigned, and of nobody else', async () => {
    daymark.clock.setTo('2026-03-02T20:00:00Z');
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
