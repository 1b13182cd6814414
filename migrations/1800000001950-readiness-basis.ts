import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Readiness keeps what its score is worked out from, instead of what is shown, which is worked out when it is asked for; and the chance
 * of passing beside it. What is there says nothing of this, so it is computed anew: rewrites two tables that only workers write.
 */
export class ReadinessBasis1800000001950 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into work (kind, subject_id, marks, claimable_at) select 'readiness', enrollment_id, 1, computed_at from readiness
      on conflict (kind, subject_id) do update set marks = work.marks + 1`);
    await runner.query('delete from readiness');
    await runner.query(`
      alter table readiness
        drop column detail,
        add column level_id uuid not null constraint readiness_level references level,
        add column release_id uuid not null constraint readiness_release references release,
        add column basis bytea not null,
        add column probability real,
        add column probability_low real,
        add column probability_high real,
        add constraint readiness_probability_fits
          check (num_nulls(probability, probability_low, probability_high) in (0, 3) and probability between 0 and 1)`);
    await runner.query(`
      alter table readiness_snapshot
        add column probability real constraint readiness_snapshot_probability_fits check (probability between 0 and 1),
        add column release_id uuid,
        add column parts smallint[]`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table readiness_snapshot drop column parts, drop column release_id, drop column probability');
    await runner.query(`
      insert into work (kind, subject_id, marks, claimable_at) select 'readiness', enrollment_id, 1, computed_at from readiness
      on conflict (kind, subject_id) do update set marks = work.marks + 1`);
    await runner.query('delete from readiness');
    await runner.query(`
      alter table readiness
        drop column probability_high, drop column probability_low, drop column probability, drop column basis,
        drop column release_id, drop column level_id,
        add column detail jsonb not null`);
  }
}
