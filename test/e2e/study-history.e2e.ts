import { readCertification } from '../../src/curriculum/curriculum.contract.js';
import { listSkillTimes, listStudyTotals, listStudyWeeks, readExpectedStudy } from '../../src/progress/history/study-times.contract.js';
import { listStudyEntries } from '../../src/progress/progress.contract.js';
import { SkillMemories } from '../../src/progress/skill-memories.service.js';
import type { Sent } from '../../src/platform/http/endpoint.contract.js';
import { startDaymark } from '../support/daymark.js';
import type { Learner } from '../support/people.js';

describe('the history of study', () => {
  const daymark = startDaymark();
  const of = ({ enrollmentId }: Learner) => ({ params: { enrollmentId } });
  const foundation = async () => {
    const { levels } = await daymark.visitor().call(readCertification, { params: { slug: 'certified-mlops-engineer' } });
    return levels.find(({ slug }) => slug === 'foundation')!;
  };
  const found = async (learner: Learner, query: NonNullable<Sent<typeof listStudyEntries>['query']>) =>
    (await learner.call(listStudyEntries, { ...of(learner), query })).items.map(({ note }) => note);

  it('finds entries by all that they say, and by words of their notes', async () => {
    const learner = await daymark.learner();
    const { skills, projects } = await foundation();
    const [skillId, projectId] = [skills[0]!.id, projects[0]!.id];
    await learner.logs({ date: '2026-02-20', minutes: 10, skillId, kind: 'reading', recall: 'hard', note: 'Feature stores' });
    await learner.logs({ date: '2026-02-22', minutes: 20, skillId, kind: 'video', note: '100% of Übung_1' });
    await learner.logs({ date: '2026-02-25', minutes: 30, projectId, source: 'offline', note: 'Wired the PIPELINE' });
    expect(await found(learner, {})).toEqual(['Wired the PIPELINE', '100% of Übung_1', 'Feature stores']);
    expect(await found(learner, { text: 'pipeline' })).toEqual(['Wired the PIPELINE']);
    expect(await found(learner, { text: 'übung_' })).toEqual(['100% of Übung_1']);
    expect(await found(learner, { text: '%' })).toEqual(['100% of Übung_1']);
    expect(await found(learner, { skillId })).toEqual(['100% of Übung_1', 'Feature stores']);
    expect(await found(learner, { projectId })).toEqual(['Wired the PIPELINE']);
    expect(await found(learner, { kind: 'reading' })).toEqual(['Feature stores']);
    expect(await found(learner, { source: 'offline' })).toEqual(['Wired the PIPELINE']);
    expect(await found(learner, { recall: 'hard' })).toEqual(['Feature stores']);
    expect(await found(learner, { recall: 'none', skillId })).toEqual(['100% of Übung_1']);
    expect(await found(learner, { from: '2026-02-21', to: '2026-02-24' })).toEqual(['100% of Übung_1']);
    expect(await found(learner, { date: '2026-02-20' })).toEqual(['Feature stores']);
    expect(await learner.refused(listStudyEntries, { ...of(learner), query: { kind: 'dreaming' } })).toMatchObject({ errors: [{ path: 'query.kind' }] });
  });

  it('goes through what a search leaves page by page', async () => {
    const learner = await daymark.learner();
    for (let day = 10; day < 20; day++) await learner.logs({ date: `2026-02-${day}`, minutes: 5, note: day % 2 ? 'odd' : 'even' });
    const dates: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { date: string }[]; nextCursor: string | null } = await learner.call(listStudyEntries, {
        ...of(learner),
        query: { limit: 2, text: 'ODD', ...(cursor && { cursor }) },
      });
      dates.push(...page.items.map(({ date }) => date));
      cursor = page.nextCursor;
    } while (cursor);
    expect(dates).toEqual(['2026-02-19', '2026-02-17', '2026-02-15', '2026-02-13', '2026-02-11']);
  });

  it('adds up by week, the empty ones too, and in all up to each date', async () => {
    const learner = await daymark.learner();
    for (const [date, minutes] of [
      ['2026-02-08', 10],
      ['2026-02-09', 20],
      ['2026-02-15', 30],
      ['2026-02-23', 40],
      ['2026-02-23', 5],
    ] as const)
      await learner.logs({ date, minutes });
    const weeks = await learner.call(listStudyWeeks, { ...of(learner), query: { from: '2026-02-11', to: '2026-02-24' } });
    expect(weeks.items).toEqual([
      { monday: '2026-02-09', minutes: 50, entries: 2, days: 2 },
      { monday: '2026-02-16', minutes: 0, entries: 0, days: 0 },
      { monday: '2026-02-23', minutes: 45, entries: 2, days: 1 },
    ]);
    expect((await learner.call(listStudyWeeks, { ...of(learner), query: {} })).items).toHaveLength(54);
    expect((await learner.call(listStudyWeeks, { ...of(learner), query: { from: '2026-02-24', to: '2026-02-01' } })).items).toEqual([]);
    const totals = await learner.call(listStudyTotals, { ...of(learner), query: { from: '2026-02-10' } });
    expect(totals.items).toEqual([
      { date: '2026-02-15', minutes: 30, totalMinutes: 60 },
      { date: '2026-02-23', minutes: 45, totalMinutes: 105 },
    ]);
  });

  it('expects the effort of the level by the exam, spread over the time that there is', async () => {
    const learner = await daymark.learner({ examOn: '2026-04-01' });
    const { skills, projects } = await foundation();
    const expected = await learner.call(readExpectedStudy, of(learner));
    const effortMinutes = [...skills, ...projects].reduce((sum, part) => sum + (part.effortMinutes ?? 0), 0);
    expect(expected).toMatchObject({ startedOn: '2026-03-02', examOn: '2026-04-01', effortMinutes });
    // Fridays and Sundays are free.
    expect(expected.items.slice(0, 6).map(({ date }) => date.slice(-2))).toEqual(['02', '03', '04', '05', '07', '09']);
    expect(expected.items.at(-1)).toEqual({ date: '2026-03-31', totalMinutes: effortMinutes });
    expect(await (await daymark.learner()).refused(readExpectedStudy, of(learner))).toMatchObject({ type: '/problems/not-found' });
  });

  it('holds the time of each skill against its weight, and how well it is held', async () => {
    const learner = await daymark.learner();
    const { skills, projects } = await foundation();
    await learner.logs({ date: '2026-03-01', minutes: 90, skillId: skills[0]!.id, recall: 'easy' });
    await learner.logs({ date: '2026-03-02', minutes: 30, skillId: skills[1]!.id });
    await learner.logs({ date: '2026-03-02', minutes: 60, projectId: projects[0]!.id });
    await learner.logs({ date: '2026-03-02', minutes: 15 });
    await daymark.app.get(SkillMemories).advance([learner.enrollmentId]);
    const times = await learner.call(listSkillTimes, of(learner));
    expect(times).toMatchObject({ otherMinutes: 15, totalMinutes: 195 });
    const { weightPercent, effortMinutes, title } = skills[0]!;
    expect(times.items[0]).toMatchObject({ title, weightPercent, effortMinutes, minutes: 90, entries: 1, lastStudiedOn: '2026-03-01', sharePercent: 75 });
    expect(times.items[0]!.recallPercent).toBeGreaterThan(90);
    expect(times.items[0]!.nextReviewOn! > '2026-03-02').toBe(true);
    expect(times.items.at(-1)).toMatchObject({ minutes: 0, recallPercent: null, nextReviewOn: null });
    expect(times.projects[0]).toMatchObject({ projectId: projects[0]!.id, minutes: 60, entries: 1 });
  });

  it("is nobody else's to read", async () => {
    const [learner, stranger] = [await daymark.learner(), await daymark.learner()];
    for (const endpoint of [listStudyWeeks, listSkillTimes, listStudyTotals, listStudyEntries])
      expect(await stranger.refused(endpoint, { ...of(learner), query: {} })).toMatchObject({ type: '/problems/not-found' });
  });
});
