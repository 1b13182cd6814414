import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Dates that differ from the usual week, and breaks; a reminder's receipt may say that the day was off. New tables, and a check that is
 * replaced: reminder_decision is read once, locked meanwhile.
 */
export class Availability1800000001510 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table availability_exception (
        enrollment_id uuid not null constraint availability_exception_enrollment references enrollment on delete cascade,
        date date not null,
        minutes int not null constraint availability_exception_minutes check (minutes between 0 and 960),
        reason text not null,
        source text not null constraint availability_exception_source_known check (source in ('hand', 'calendar')),
        set_at timestamptz not null,
        set_by uuid not null,
        constraint availability_exception_key primary key (enrollment_id, date)
      )`);
    await runner.query(`
      create table study_break (
        id uuid constraint study_break_key primary key,
        enrollment_id uuid not null constraint study_break_enrollment references enrollment on delete cascade,
        kind text not null constraint study_break_kind_known check (kind in ('holiday', 'illness', 'other')),
        from_on date not null,
        to_on date not null,
        note text not null,
        source text not null constraint study_break_source_known check (source in ('hand', 'calendar')),
        set_at timestamptz not null,
        set_by uuid not null,
        constraint study_break_in_order check (from_on <= to_on)
      )`);
    // Each read of an enrollment asks for its breaks.
    await runner.query('create index study_break_of_enrollment on study_break (enrollment_id, from_on)');
    await runner.query('alter table reminder_decision drop constraint reminder_decision_outcome_known');
    await runner.query(`
      alter table reminder_decision add constraint reminder_decision_outcome_known
        check (outcome in ('sent', 'day-off', 'nothing-planned', 'already-studied', 'too-late'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update reminder_decision set outcome = 'nothing-planned' where outcome = 'day-off'`);
    await runner.query('alter table reminder_decision drop constraint reminder_decision_outcome_known');
    await runner.query(`
      alter table reminder_decision add constraint reminder_decision_outcome_known
        check (outcome in ('sent', 'nothing-planned', 'already-studied', 'too-late'))`);
    await runner.query('drop table study_break');
    await runner.query('drop table availability_exception');
  }
}
