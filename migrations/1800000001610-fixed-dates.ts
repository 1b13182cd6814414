import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Workshops and sessions of a cohort: dates that no plan moves. A new table only: locks nothing that is in use. */
export class FixedDates1800000001610 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table fixed_date (
        id uuid not null constraint fixed_date_key primary key,
        enrollment_id uuid not null constraint fixed_date_enrollment references enrollment on delete cascade,
        kind text not null constraint fixed_date_kind_known check (kind in ('workshop', 'cohort-session')),
        title text not null,
        date date not null,
        minutes int not null constraint fixed_date_takes_time check (minutes between 1 and 1440),
        added_at timestamptz not null,
        added_by uuid not null
      )`);
    await runner.query('create index fixed_date_of_enrollment on fixed_date (enrollment_id, date)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table fixed_date');
  }
}
