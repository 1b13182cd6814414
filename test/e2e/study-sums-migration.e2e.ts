import { DataSource } from 'typeorm';
import { readCertification } from '../../src/curriculum/curriculum.contract.js';
import { dataSourceOptions } from '../../src/platform/database/data-source.js';
import { SkillMemories } from '../../src/progress/skill-memories.service.js';
import { startDaymark, testConfig } from '../support/daymark.js';

describe('what was logged before there were sums', () => {
  const daymark = startDaymark();

  it('is in them after migrating, marked for its memory, and keeps its date of logging', async () => {
    const learner = await daymark.learner({ timeZone: 'Asia/Kolkata' });
    const { levels } = await learner.call(readCertification, { params: { slug: 'certified-mlops-engineer' } });
    const { skills, projects } = levels.find(({ slug }) => slug === 'foundation')!;
    const [skillId, projectId] = [skills[0]!.id, projects[0]!.id];
    daymark.clock.setTo('2026-03-01T20:00:00Z');
    await learner.logs({ date: '2026-03-02', minutes: 30, skillId });
    await learner.logs({ date: '2026-02-20', minutes: 40, skillId });
    await learner.logs({ date: '2026-02-21', minutes: 50, projectId });
    const { enrollmentId } = learner;
    await daymark.app.get(SkillMemories).advance([enrollmentId]);
    const ask = (sql: string) => daymark.database.query<object[]>(sql, [enrollmentId]);
    const state = async () => ({
      skills: await ask('select skill_id, minutes, entries, last_on, stability, difficulty, memory_on from skill_progress where enrollment_id = $1'),
      projects: await ask('select project_id, minutes, entries, last_on from project_progress where enrollment_id = $1'),
      logged: await ask('select id, logged_on from study_entry where enrollment_id = $1 order by id'),
    });
    const before = await state();

    const source = await new DataSource(dataSourceOptions(daymark.databaseUrl, testConfig())).initialize();
    try {
      const has = async (column: string) =>
        (await source.query<object[]>('select from information_schema.columns where column_name = $1', [column])).length > 0;
      while (await has('logged_on')) await source.undoLastMigration();
      await source.query('delete from work');
      await source.runMigrations();
    } finally {
      await source.destroy();
    }
    expect(await ask(`select kind from work where subject_id = $1 and kind = 'readiness'`)).toHaveLength(1);
    await daymark.app.get(SkillMemories).advance([enrollmentId]);
    expect(await state()).toEqual(before);
  });
});
