import fc from 'fast-check';
import { readCertification } from '../../src/curriculum/curriculum.contract.js';
import { correctStudy, deleteStudy, RECALLS, restoreStudy } from '../../src/progress/progress.contract.js';
import { ProgressService } from '../../src/progress/progress.service.js';
import { upToDate, type Studied } from '../../src/progress/remembered.js';
import { SkillMemories } from '../../src/progress/skill-memories.service.js';
import { startDaymark } from '../support/daymark.js';
import type { Learner } from '../support/people.js';
import { assertProperty } from '../support/property.js';

describe('the sums beside the study log', () => {
  const daymark = startDaymark();
  const foundation = async () => {
    const { levels } = await daymark.visitor().call(readCertification, { params: { slug: 'certified-mlops-engineer' } });
    return levels.find(({ slug }) => slug === 'foundation')!;
  };
  const entry = ({ enrollmentId }: Learner, entryId: string) => ({ enrollmentId, entryId });

  /** What stands beside the entries, and what the entries say: two answers to the same question. */
  const sums = async ({ enrollmentId }: Learner) => {
    const kept = await daymark.database.query<object[]>(
      `select skill_id as id, minutes, entries, last_on from skill_progress where enrollment_id = $1 and entries > 0
       union all select project_id, minutes, entries, last_on from project_progress where enrollment_id = $1 and entries > 0 order by 1`,
      [enrollmentId],
    );
    const counted = await daymark.database.query<object[]>(
      `select coalesce(skill_id, project_id) as id, sum(minutes)::int as minutes, count(*)::int as entries, max(date) as last_on from study_entry
       where enrollment_id = $1 and deleted_at is null and coalesce(skill_id, project_id) is not null group by 1 order by 1`,
      [enrollmentId],
    );
    const days = await daymark.database.query<object[]>('select date, minutes, entries from study_day where enrollment_id = $1 order by 1', [enrollmentId]);
    const countedDays = await daymark.database.query<object[]>(
      `select date, sum(minutes)::int as minutes, count(*)::int as entries from study_entry
       where enrollment_id = $1 and deleted_at is null group by 1 order by 1`,
      [enrollmentId],
    );
    return { kept: { subjects: kept, days }, counted: { subjects: counted, days: countedDays } };
  };
  const memories = async ({ enrollmentId }: Learner) => {
    await daymark.app.get(SkillMemories).advance([enrollmentId]);
    const [facts] = await daymark.app.get(ProgressService).facts([enrollmentId]);
    return facts!.memoryBySkill;
  };
  const replayed = async ({ enrollmentId }: Learner) => {
    const rows = await daymark.database.query<(Studied & { skillId: string })[]>(
      `select skill_id as "skillId", date, recall from study_entry
       where enrollment_id = $1 and deleted_at is null and skill_id is not null order by logged_at, id`,
      [enrollmentId],
    );
    const skillIds = [...new Set(rows.map(({ skillId }) => skillId))];
    return Object.fromEntries(
      skillIds.map((id) => {
        const memory = upToDate(
          { memory: null, staleFrom: '0001-01-01' },
          rows.filter(({ skillId }) => skillId === id),
        );
        return [id, { ...memory, lastOn: memory?.lastOn.toString() }];
      }),
    );
  };

  it('lose nothing of twenty requests at once on one day, and hold no more than the day does', async () => {
    const learner = await daymark.learner();
    const { skills } = await foundation();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) => learner.logs({ date: '2026-03-01', minutes: 100, skillId: skills[i % 3]!.id })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(14);
    const { kept, counted } = await sums(learner);
    expect(kept).toEqual(counted);
    expect(kept.days).toEqual([{ date: '2026-03-01', minutes: 1_400, entries: 14 }]);
  });

  it('never wait for each other in a circle, whoever logs, corrects and deletes at once', async () => {
    const learner = await daymark.learner();
    const { skills, projects } = await foundation();
    const logged = await Promise.all(
      Array.from({ length: 12 }, (_, i) => learner.logs({ date: `2026-02-${10 + (i % 3)}`, minutes: 10, skillId: skills[i % 2]!.id })),
    );
    const advancing = Array.from({ length: 6 }, () => daymark.app.get(SkillMemories).advance([learner.enrollmentId]));
    await Promise.all([
      ...logged.slice(0, 4).map(({ id }) => learner.call(deleteStudy, { params: entry(learner, id) })),
      ...logged
        .slice(4, 8)
        .map(({ id }, i) =>
          learner.call(correctStudy, { params: entry(learner, id), body: { date: '2026-02-11', minutes: 20, skillId: skills[(i + 1) % 2]!.id } }),
        ),
      ...logged
        .slice(8)
        .map(({ id }) => learner.call(correctStudy, { params: entry(learner, id), body: { date: '2026-02-10', minutes: 5, projectId: projects[0]!.id } })),
      ...Array.from({ length: 8 }, (_, i) => learner.logs({ date: `2026-02-${10 + (i % 3)}`, minutes: 7, skillId: skills[i % 2]!.id })),
      ...advancing,
    ]);
    const { kept, counted } = await sums(learner);
    expect(kept).toEqual(counted);
    expect(await memories(learner)).toEqual(await replayed(learner));
  });

  const Happening = fc.record({
    act: fc.constantFrom('log', 'log', 'log', 'correct', 'delete', 'restore', 'remember'),
    which: fc.nat(20),
    day: fc.integer({ min: 1, max: 28 }),
    minutes: fc.integer({ min: 1, max: 60 }),
    subject: fc.nat(3),
    recall: fc.option(fc.constantFrom(...RECALLS)),
  });

  it('and memories are at any moment what the entries say from scratch, whatever came late, was corrected, deleted or taken back', async () => {
    const { skills, projects } = await foundation();
    const subjects = [{ skillId: skills[0]!.id }, { skillId: skills[1]!.id }, { projectId: projects[0]!.id }, {}];
    await assertProperty(
      fc.asyncProperty(fc.array(Happening, { minLength: 5, maxLength: 25 }), async (happenings) => {
        const learner = await daymark.learner();
        const ids: string[] = [];
        for (const { act, which, day, minutes, subject, recall } of happenings) {
          const body = { date: `2026-02-${String(day).padStart(2, '0')}`, minutes, recall, ...subjects[subject] };
          const id = ids[which % Math.max(1, ids.length)];
          const params = entry(learner, id ?? '');
          if (act === 'log') ids.push((await learner.logs(body)).id);
          else if (act === 'remember') expect(await memories(learner)).toEqual(await replayed(learner));
          else if (id && act === 'delete') await learner.call(deleteStudy, { params });
          else if (id && act === 'restore') await learner.call(restoreStudy, { params });
          else if (id) await learner.call(correctStudy, { params, body }).catch(() => undefined);
        }
        const { kept, counted } = await sums(learner);
        expect(kept).toEqual(counted);
        expect(await memories(learner)).toEqual(await replayed(learner));
      }),
      { runs: 12 },
    );
  }, 60_000);

  it('take an entry back that was deleted, once, and only where its day has room', async () => {
    const learner = await daymark.learner();
    const { skills } = await foundation();
    const { id } = await learner.logs({ date: '2026-03-01', minutes: 100, skillId: skills[0]!.id, recall: 'hard' });
    const params = entry(learner, id);
    await learner.call(deleteStudy, { params });
    expect(await memories(learner)).toEqual({});
    expect(await learner.call(restoreStudy, { params })).toMatchObject({ deletedAt: null, minutes: 100, day: { minutes: 100, entries: 1 } });
    expect(await learner.call(restoreStudy, { params })).toMatchObject({ day: { minutes: 100, entries: 1 } });
    expect(Object.keys(await memories(learner))).toEqual([skills[0]!.id]);
    await learner.call(deleteStudy, { params });
    await learner.logs({ date: '2026-03-01', minutes: 1_400 });
    expect(await learner.refused(restoreStudy, { params })).toMatchObject({ type: '/problems/day-is-full' });
    await daymark.database.query(`update enrollment set state = 'withdrawn' where id = $1`, [learner.enrollmentId]);
    expect(await learner.refused(restoreStudy, { params })).toMatchObject({ type: '/problems/enrollment-closed' });
  });

  it('say what was done, how it went, from where, and whether it was logged later', async () => {
    const learner = await daymark.learner();
    expect(await learner.logs({ date: '2026-03-02', minutes: 10 })).toMatchObject({ kind: 'hands-on', recall: null, source: 'api', loggedLater: false });
    const late = await learner.logs({ date: '2026-03-01', minutes: 10, kind: 'video', recall: 'easy', source: 'offline' });
    expect(late).toMatchObject({ kind: 'video', recall: 'easy', source: 'offline', loggedLater: true });
    const corrected = await learner.call(correctStudy, { params: entry(learner, late.id), body: { date: '2026-03-02', minutes: 10, kind: 'reading' } });
    expect(corrected).toMatchObject({ kind: 'reading', recall: null, source: 'offline', loggedLater: false });
    expect(await learner.fails({ date: '2026-03-01', minutes: 10, source: 'import' })).toMatchObject({ errors: [{ path: 'body.source' }] });
  });
});
