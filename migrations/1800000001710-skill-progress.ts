import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Minutes of each skill and project as sums, kept by the statements that log, and the memory of each skill, which a worker keeps. New
 * tables, filled from the entries that are there; it reads study_entry, and locks nothing that is in use.
 */
export class SkillProgress1800000001710 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table skill_progress (
        enrollment_id uuid not null constraint skill_progress_enrollment references enrollment on delete cascade,
        skill_id uuid not null constraint skill_progress_skill references skill,
        minutes int not null,
        entries int not null,
        last_on date,
        changes int not null,
        stale_from date,
        stability double precision,
        difficulty double precision,
        memory_on date,
        constraint skill_progress_key primary key (enrollment_id, skill_id),
        constraint skill_progress_sums check (minutes >= 0 and entries >= 0),
        constraint skill_progress_memory_whole check (num_nulls(stability, difficulty, memory_on) in (0, 3))
      )`);
    await runner.query(`
      create table project_progress (
        enrollment_id uuid not null constraint project_progress_enrollment references enrollment on delete cascade,
        project_id uuid not null constraint project_progress_project references project,
        minutes int not null,
        entries int not null,
        last_on date,
        constraint project_progress_key primary key (enrollment_id, project_id),
        constraint project_progress_sums check (minutes >= 0 and entries >= 0)
      )`);
    await runner.query(`
      insert into skill_progress (enrollment_id, skill_id, minutes, entries, last_on, changes, stale_from)
      select enrollment_id, skill_id, sum(minutes), count(*), max(date), count(*), min(date)
      from study_entry where deleted_at is null and skill_id is not null group by enrollment_id, skill_id`);
    await runner.query(`
      insert into project_progress (enrollment_id, project_id, minutes, entries, last_on)
      select enrollment_id, project_id, sum(minutes), count(*), max(date)
      from study_entry where deleted_at is null and project_id is not null group by enrollment_id, project_id`);
    // Whoever has memory to be worked out is looked at by the worker: readiness does that before it reads.
    await runner.query(`
      insert into work (kind, subject_id, marks, claimable_at)
      select distinct 'readiness', enrollment_id, 1, '2000-01-01'::timestamptz from skill_progress
      on conflict (kind, subject_id) do update set marks = work.marks + 1`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['project_progress', 'skill_progress']) await runner.query(`drop table ${table}`);
  }
}
