import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { CurriculumDocument } from '../../src/curriculum/curriculum-document.contract.js';
import { publishCurriculum, readCertification } from '../../src/curriculum/curriculum.contract.js';
import { readCurriculum } from '../../src/curriculum/read-curriculum.js';
import { openDraft, saveDraft, tagOf } from '../../src/curriculum/drafts/draft.contract.js';
import { enroll, withdraw } from '../../src/enrollments/enrollments.contract.js';
import { listMoves, moveEnrollments, putReleaseNewsAway, readImpact, readReleaseNews } from '../../src/enrollments/moves/moves.contract.js';
import { listCurricula } from '../../src/enrollments/moves/curricula.contract.js';
import { previewCurriculum } from '../../src/enrollments/moves/preview.contract.js';
import { Mover } from '../../src/enrollments/moves/mover.service.js';
import { listMessages } from '../../src/platform/mail/mail.contract.js';
import { finishProject } from '../../src/progress/progress.contract.js';
import { setReminderRule } from '../../src/reminders/reminders.contract.js';
import { startDaymark } from '../support/daymark.js';
import { EVENINGS, type Learner, type Someone } from '../support/people.js';
import { assertProperty } from '../support/property.js';

const shipped = readFileSync('curricula/certified-mlops-engineer.yaml', 'utf8');
const fileOf = (slug: string, change: (document: CurriculumDocument) => void = () => undefined) => {
  const { document } = readCurriculum(shipped);
  if (!document) throw new Error('The shipped curriculum has faults');
  document.slug = slug;
  change(document);
  return JSON.stringify(document);
};
/** Foundation loses its first skill to a new one, and a project. */
const reshaped = ({ levels: [foundation] }: CurriculumDocument) => {
  const [first] = foundation!.skills;
  foundation!.skills[0] = { ...first!, slug: 'feature-stores', title: 'Feature stores' };
  for (const project of foundation!.projects) project.shows = [];
  for (const template of foundation!.planTemplates) for (const phase of template.phases) phase.focus = [];
};

describe('publishing the next release of a curriculum that people learn from', () => {
  const daymark = startDaymark({ worker: true });
  beforeAll(() => daymark.clock.setTo('2026-03-02T09:00:00Z'));

  const publishes = (admin: Someone, slug: string, change?: (document: CurriculumDocument) => void) =>
    admin.call(publishCurriculum, { body: { text: fileOf(slug, change) } });
  /** A learner in that level of that certification: Foundation unless said. */
  const learnerOf = async (slug: string, level = 0): Promise<Learner> => {
    const learner = await daymark.learner({ enrolled: false });
    const { levels } = await learner.call(readCertification, { params: { slug } });
    learner.enrollment = await learner.call(enroll, { body: { levelId: levels[level]!.id, examOn: '2026-04-01', availability: EVENINGS } });
    return learner;
  };
  /** Waits until the worker is done with it. */
  const moves = async (admin: Someone, slug: string, release: number) => {
    const { id } = await admin.call(moveEnrollments, { params: { slug }, body: { release } });
    for (;;) {
      const move = (await admin.call(listMoves, { params: { slug } })).items.find((each) => each.id === id)!;
      if (move.finishedAt) return move;
      await pause(20);
    }
  };
  const evidenceOf = async (learner: Learner, { enrollmentId } = learner) => ({
    done: (await learner.plan()).items.filter(({ state }) => state === 'done').map(({ id, date, skillId, minutes }) => ({ id, date, skillId, minutes })),
    entries: await daymark.database.query('select * from study_entry where enrollment_id = $1 order by id', [enrollmentId]),
    days: await daymark.database.query('select * from study_day where enrollment_id = $1 order by date', [enrollmentId]),
    projects: await daymark.database.query('select * from project_completion where enrollment_id = $1 order by project_id', [enrollmentId]),
  });

  it('says first whom it concerns, and what they would gain and lose', async () => {
    const admin = await daymark.withRoles('admin');
    await publishes(admin, 'foreseen');
    await learnerOf('foreseen');
    await learnerOf('foreseen');
    const draft = await admin.call(openDraft, { body: { certification: 'foreseen' } });
    const document = structuredClone(draft.document);
    reshaped(document as unknown as CurriculumDocument);
    document.levels[0]!.skills![1]!.weightPercent = 45;
    await admin.call(saveDraft, { params: { slug: 'foreseen' }, headers: { 'if-match': tagOf(draft.revision) }, body: { document } });
    const expected = {
      enrollments: 2,
      movable: 2,
      levels: [
        {
          ...{ level: { slug: 'foundation' }, release: 1, enrollments: 2, stays: null },
          gains: { skills: ['Feature stores'], projects: [] },
          loses: { skills: ['The ML lifecycle'], projects: [] },
          changes: expect.arrayContaining([expect.stringContaining('weighs 45%')]),
        },
      ],
    };
    expect(await admin.call(readImpact, { params: { slug: 'foreseen' } })).toMatchObject({ release: null, ...expected });
    expect(await admin.call(readImpact, { params: { slug: 'foreseen' }, query: { release: 1 } })).toMatchObject({ enrollments: 0, levels: [] });
    for (const release of [9]) {
      expect(await admin.refused(readImpact, { params: { slug: 'foreseen' }, query: { release } })).toMatchObject({ type: '/problems/not-found' });
      expect(await admin.refused(moveEnrollments, { params: { slug: 'foreseen' }, body: { release } })).toMatchObject({ type: '/problems/not-found' });
    }
    expect(await admin.refused(readImpact, { params: { slug: 'nowhere' } })).toMatchObject({ type: '/problems/not-found' });
  });

  it('leaves everybody where they are until they are moved; then plans follow, and nothing that was done is lost', async () => {
    const admin = await daymark.withRoles('admin');
    await publishes(admin, 'moved');
    const learner = await learnerOf('moved');
    const [first] = (await learner.plan()).items;
    await learner.logs({ date: '2026-03-02', minutes: first!.minutes, skillId: first!.skillId, planItemId: first!.id });
    const before = await evidenceOf(learner);
    await publishes(admin, 'moved', reshaped);
    expect(await learner.reads()).toMatchObject({ release: 1 });

    expect(await moves(admin, 'moved', 2)).toMatchObject({ release: 2, total: 1, moved: 1, superseded: false, startedBy: { id: admin.id } });
    expect(await learner.reads()).toMatchObject({ release: 2 });
    expect(await evidenceOf(learner)).toEqual(before);
    const plan = await learner.plan();
    expect(plan).toMatchObject({ release: 2 });
    expect(plan.items).toContainEqual({ ...first, loggedMinutes: first!.minutes, state: 'done' });
    expect(plan.items.map(({ title }) => title).join()).toContain('Feature stores');
  });

  it('tells the learner once what changed', async () => {
    const admin = await daymark.withRoles('admin');
    await publishes(admin, 'told');
    const learner = await learnerOf('told');
    expect(await learner.today()).toMatchObject({ hasReleaseNews: false });
    await publishes(admin, 'told', (document) => {
      reshaped(document);
      document.levels[1]!.title = 'Not this level';
    });
    await moves(admin, 'told', 2);
    expect(await learner.today()).toMatchObject({ hasReleaseNews: true });
    const params = { enrollmentId: learner.enrollmentId };
    const { news } = await learner.call(readReleaseNews, { params });
    expect(news).toMatchObject({ from: 1, to: 2 });
    expect(news?.changes.map(({ words }) => words)).toEqual(expect.arrayContaining(['MLOps Foundation: the skill “Feature stores” is new']));
    expect(news?.changes.map(({ words }) => words).join()).not.toContain('Not this level');
    await learner.call(putReleaseNewsAway, { params });
    expect(await learner.call(readReleaseNews, { params })).toEqual({ news: null });
    expect(await learner.today()).toMatchObject({ hasReleaseNews: false });
    const stranger = await daymark.learner();
    expect(await stranger.refused(readReleaseNews, { params })).toMatchObject({ type: '/problems/not-found' });
    expect(await stranger.refused(putReleaseNewsAway, { params })).toMatchObject({ type: '/problems/not-found' });
  });

  it('tells the learner by mail, too, but not who wants no mail', async () => {
    const admin = await daymark.withRoles('admin');
    await publishes(admin, 'mailed');
    const [learner, silent] = [await learnerOf('mailed'), await learnerOf('mailed')];
    await silent.call(setReminderRule, { body: { localTime: '18:00', enabled: false } });
    await publishes(admin, 'mailed', reshaped);
    await moves(admin, 'mailed', 2);
    const mailTo = async ({ email }: Someone) => {
      const { items } = await admin.call(listMessages, { query: { limit: 100 } });
      return items.filter(({ to, kind }) => to === email && kind === 'release-news');
    };
    while ((await mailTo(learner)).length === 0) await pause(20);
    const [message] = await mailTo(learner);
    expect(message).toMatchObject({ subject: 'MLOps Foundation was renewed' });
    expect(await mailTo(silent)).toEqual([]);
    // Asked for again, it is found to have been written.
    await daymark.database.transaction((tx) => daymark.worklist.mark(tx, 'release-news', learner.enrollmentId));
    daymark.triggers.fire('reminders');
    while ((await daymark.database.query<unknown[]>(`select 1 from work where kind = 'release-news'`)).length > 0) await pause(20);
    expect(await mailTo(learner)).toHaveLength(1);
  });

  it('moves nobody twice, and nobody who has ended; a level without weights keeps its learners', async () => {
    const admin = await daymark.withRoles('admin');
    await publishes(admin, 'some');
    const [stays, goes] = [await learnerOf('some'), await learnerOf('some')];
    await stays.call(withdraw, { params: { enrollmentId: stays.enrollmentId } });
    await publishes(admin, 'some', reshaped);
    expect(await moves(admin, 'some', 2)).toMatchObject({ total: 1, moved: 1 });
    expect(await moves(admin, 'some', 2)).toMatchObject({ total: 0, moved: 0 });
    expect([(await stays.reads()).release, (await goes.reads()).release]).toEqual([1, 2]);

    await publishes(admin, 'some', ({ levels: [foundation] }) => {
      for (const skill of foundation!.skills) delete skill.weightPercent;
    });
    expect(await admin.call(readImpact, { params: { slug: 'some' }, query: { release: 3 } })).toMatchObject({
      ...{ enrollments: 1, movable: 0, levels: [{ stays: 'level-not-open' }] },
    });
    expect(await moves(admin, 'some', 3)).toMatchObject({ total: 0, moved: 0 });
    expect((await goes.reads()).release).toBe(2);
  });

  it('goes on after its worker died, and gives way to a later move', async () => {
    const admin = await daymark.withRoles('admin');
    await publishes(admin, 'interrupted');
    const learners = [await learnerOf('interrupted'), await learnerOf('interrupted')];
    await publishes(admin, 'interrupted', reshaped);
    // As a worker leaves it that died after its first batch: one is over, and the work stands in the list.
    const { id: moveId } = await moves(admin, 'interrupted', 2);
    await daymark.database.query('update release_move set finished_at = null, moved = 1 where id = $1', [moveId]);
    await daymark.database.query(
      `update enrollment set release_id = (select from_release_id from enrollment_move where enrollment_id = $1 limit 1) where id = $1`,
      [learners[1]!.enrollmentId],
    );
    await daymark.app.get(Mover).run(moveId);
    expect((await admin.call(listMoves, { params: { slug: 'interrupted' } })).items[0]).toMatchObject({ moved: 2, finishedAt: expect.any(String) });
    for (const learner of learners) expect((await learner.reads()).release).toBe(2);

    await daymark.database.query('update release_move set finished_at = null where id = $1', [moveId]);
    await moves(admin, 'interrupted', 1);
    await daymark.app.get(Mover).run(moveId);
    for (const learner of learners) expect((await learner.reads()).release).toBe(1);
    expect((await admin.call(listMoves, { params: { slug: 'interrupted' } })).items.map(({ superseded }) => superseded)).toEqual([false, true]);
  });

  it('has the worker make plans anew, without anybody asking for them', async () => {
    const admin = await daymark.withRoles('admin');
    await publishes(admin, 'followed');
    const learner = await learnerOf('followed');
    await learner.plan();
    const planned = () =>
      daymark.database.query<{ release: number }[]>(
        'select release.number as release from plan join release on release.id = plan.release_id where plan.enrollment_id = $1',
        [learner.enrollmentId],
      );
    expect(await planned()).toEqual([{ release: 1 }]);
    await publishes(admin, 'followed', reshaped);
    await moves(admin, 'followed', 2);
    while ((await planned())[0]?.release !== 2) await pause(20);
  });

  it('keeps every progress row, project and plan day done through any order of publishing, moving and moving back', async () => {
    const admin = await daymark.withRoles('admin');
    const slug = 'to-and-fro';
    await publishes(admin, slug);
    const learners = [await learnerOf(slug), await learnerOf(slug, 1)];
    const { levels } = await learners[0]!.call(readCertification, { params: { slug } });
    for (const [at, learner] of learners.entries()) {
      const [first] = (await learner.plan()).items;
      await learner.logs({ date: '2026-03-02', minutes: first!.minutes, skillId: first!.skillId, planItemId: first!.id });
      for (const [i, { id: skillId }] of levels[at]!.skills.entries()) await learner.logs({ date: '2026-03-02', minutes: 10 + i, skillId });
      const projectId = levels[at]!.projects[0]!.id;
      await learner.call(finishProject, { params: { enrollmentId: learner.enrollmentId, projectId } });
    }
    const evidence = () => Promise.all(learners.map((learner) => evidenceOf(learner)));
    const first = await evidence();
    expect(first.map(({ projects, done }) => [projects.length, done.length])).toEqual([
      [1, 1],
      [1, 1],
    ]);
    let last = 1;
    const edit = fc.record({
      retired: fc.nat(3),
      renamed: fc.boolean(),
      withoutProject: fc.boolean(),
      minutes: fc.integer({ min: 1, max: 5 }),
      back: fc.boolean(),
    });
    await assertProperty(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 2 }), async (edits) => {
        for (const { retired, renamed, withoutProject, minutes, back } of edits) {
          for (const learner of learners) await learner.logs({ date: '2026-03-02', minutes });
          const before = await evidence();
          const { release } = await publishes(admin, slug, (document) => {
            reshaped(document);
            const [{ skills, projects }, professional] = document.levels as [CurriculumDocument['levels'][0], CurriculumDocument['levels'][0]];
            const [gone] = skills.splice(retired % skills.length, 1);
            skills[0]!.weightPercent = (skills[0]!.weightPercent ?? 0) + (gone?.weightPercent ?? 0);
            if (renamed) professional.skills[0]!.title = `Renamed ${retired}`;
            if (withoutProject) projects.shift();
          });
          await moves(admin, slug, release);
          expect(await evidence()).toEqual(before);
          if (back) await moves(admin, slug, last);
          expect(await evidence()).toEqual(before);
          last = release;
        }
        const before = await evidence();
        await moves(admin, slug, 1);
        expect(await evidence()).toEqual(before);
        for (const learner of learners) expect(await learner.reads()).toMatchObject({ release: 1 });
      }),
      { runs: 5 },
    );
  }, 120_000);

  it('has one move under way of those that many ask for at once', async () => {
    const admin = await daymark.withRoles('admin');
    await publishes(admin, 'crowded');
    await publishes(admin, 'crowded', reshaped);
    await Promise.all(Array.from({ length: 8 }, (_, i) => admin.call(moveEnrollments, { params: { slug: 'crowded' }, body: { release: 1 + (i % 2) } })));
    const { items, nextCursor } = await admin.call(listMoves, { params: { slug: 'crowded' } });
    expect(items.filter(({ superseded }) => !superseded).length).toBeGreaterThan(0);
    expect(items.filter(({ finishedAt }) => finishedAt === null).length).toBeLessThanOrEqual(1);
    expect(nextCursor).toBeNull();
    const page = await admin.call(listMoves, { params: { slug: 'crowded' }, query: { limit: 5 } });
    const rest = await admin.call(listMoves, { params: { slug: 'crowded' }, query: { cursor: page.nextCursor! } });
    expect([...page.items, ...rest.items].map(({ id }) => id)).toEqual(items.map(({ id }) => id));
  });

  it('says of a file too whom it would concern, before anything is published', async () => {
    const admin = await daymark.withRoles('admin');
    await publishes(admin, 'from-a-file');
    await learnerOf('from-a-file');
    const preview = (change?: (document: CurriculumDocument) => void) => admin.call(previewCurriculum, { body: { text: fileOf('from-a-file', change) } });
    expect((await preview()).impact).toMatchObject({ enrollments: 0, levels: [] });
    expect((await preview(reshaped)).impact).toMatchObject({
      ...{ release: null, enrollments: 1, movable: 1 },
      levels: [{ release: 1, enrollments: 1, gains: { skills: ['Feature stores'] }, loses: { skills: ['The ML lifecycle'] } }],
    });
    await publishes(admin, 'from-a-file', reshaped);
    expect((await preview(reshaped)).impact).toMatchObject({ release: 2, enrollments: 1 });
  });

  it('shows admins on one page what is published, what is being written and who is behind', async () => {
    const admin = await daymark.withRoles('admin');
    await publishes(admin, 'looked-after');
    await learnerOf('looked-after');
    await publishes(admin, 'looked-after', reshaped);
    await learnerOf('looked-after');
    const draft = await admin.call(openDraft, { body: { certification: 'looked-after' } });
    const body = { document: { ...draft.document, host: '' } };
    await admin.call(saveDraft, { params: { slug: 'looked-after' }, headers: { 'if-match': tagOf(draft.revision) }, body });
    await admin.call(openDraft, { body: { title: 'Looked-at only' } });
    const { items, nextCursor } = await admin.call(listCurricula, { query: { q: 'LOOKED-A' } });
    expect(items).toMatchObject([
      {
        ...{ slug: 'looked-after', title: 'Certified MLOps Engineer', release: 2, publishedAt: expect.any(String), levels: 4 },
        draft: { revision: 2, savedBy: { id: admin.id }, changes: 1, faults: 1 },
        ...{ enrollments: 2, behind: 1 },
      },
      { slug: 'looked-at-only', title: 'Looked-at only', release: null, publishedAt: null, levels: 0, draft: { revision: 1, changes: 0 }, behind: 0 },
    ]);
    expect(nextCursor).toBeNull();
    const first = await admin.call(listCurricula, { query: { q: 'looked', limit: 1 } });
    const second = await admin.call(listCurricula, { query: { q: 'looked', limit: 1, cursor: first.nextCursor! } });
    expect([...first.items, ...second.items]).toEqual(items);
  });

  it('is for admins', async () => {
    const learner = await daymark.learner();
    const params = { slug: 'certified-mlops-engineer' };
    expect(await learner.refused(readImpact, { params })).toMatchObject({ type: '/problems/not-permitted' });
    expect(await learner.refused(moveEnrollments, { params, body: { release: 1 } })).toMatchObject({ type: '/problems/not-permitted' });
    expect(await learner.refused(listMoves, { params })).toMatchObject({ type: '/problems/not-permitted' });
    expect(await learner.refused(listCurricula, {})).toMatchObject({ type: '/problems/not-permitted' });
  });
});
