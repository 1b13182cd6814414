import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Learners can ask to be let into a level, and read what was decided. A new table only: locks nothing that is in use. */
export class WaiverRequests1800000001450 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table waiver_request (
        id uuid constraint waiver_request_key primary key,
        learner_id uuid not null constraint waiver_request_learner references account on delete cascade,
        level_id uuid not null constraint waiver_request_level references level,
        reason text not null,
        asked_at timestamptz not null,
        outcome text,
        closed_at timestamptz,
        closed_by uuid,
        answer text,
        constraint waiver_request_closed_with_outcome
          check (num_nulls(outcome, closed_at, closed_by) in (0, 3) and outcome in ('granted', 'declined', 'withdrawn')),
        constraint waiver_request_declined_with_answer check ((answer is not null) = (outcome is not distinct from 'declined'))
      )`);
    await runner.query('create unique index waiver_request_open on waiver_request (learner_id, level_id) where outcome is null');
    // Few stand open at a time: the list of what waits reads these alone.
    await runner.query('create index waiver_request_waiting on waiver_request (id) where outcome is null');
    await runner.query('create index waiver_request_of_learner on waiver_request (learner_id, level_id, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table waiver_request');
  }
}
