import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Pauses, certificates that end, results that come later, and exam dates that nobody has chosen yet. Locks enrollment, outcome and
 * enrollment_change; each enrollment is written once, since those that are there have a chosen date.
 */
export class EnrollmentLife1800000001520 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table enrollment add column exam_set_at timestamptz, add column exam_set_by uuid, add column next_due_at timestamptz');
    await runner.query('update enrollment set exam_set_at = created_at, exam_set_by = learner_id');
    // The worker asks for those whose pause or certificate ends; nearly all rows have none.
    await runner.query('create index enrollment_due on enrollment (next_due_at, id) where next_due_at is not null');
    await runner.query(`
      create table pause (
        id uuid constraint pause_key primary key,
        enrollment_id uuid not null constraint pause_enrollment references enrollment on delete cascade,
        from_on date not null,
        until_on date constraint pause_in_order check (until_on > from_on),
        reason text not null,
        paused_at timestamptz not null,
        paused_by uuid not null,
        ended_on date,
        ended_at timestamptz,
        ended_by uuid,
        constraint pause_ended_when check ((ended_on is null) = (ended_at is null))
      )`);
    await runner.query('create index pause_of_enrollment on pause (enrollment_id, from_on)');
    await runner.query('create unique index pause_open_once on pause (enrollment_id) where ended_at is null');
    await runner.query('alter table outcome alter column result drop not null, add column valid_until date');
    await runner.query(`alter table outcome add constraint outcome_valid_when_passed check (valid_until is null or result = 'passed')`);
    await runner.query('create unique index outcome_awaited_once on outcome (enrollment_id) where result is null');
    await runner.query(`alter table enrollment_change alter column changed_by drop not null, add column note text not null default ''`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update enrollment_change set changed_by = enrollment_id where changed_by is null`);
    await runner.query('alter table enrollment_change drop column note, alter column changed_by set not null');
    await runner.query('drop index outcome_awaited_once');
    await runner.query(`delete from outcome where result is null`);
    await runner.query('alter table outcome drop constraint outcome_valid_when_passed, drop column valid_until, alter column result set not null');
    await runner.query('drop table pause');
    await runner.query('drop index enrollment_due');
    await runner.query('alter table enrollment drop column next_due_at, drop column exam_set_by, drop column exam_set_at');
  }
}
