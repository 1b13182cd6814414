import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a plan was changed to, or might be: before and after, why, and who decided. A new table only: locks nothing that is in use. */
export class PlanProposals1800000001620 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table plan_proposal (
        id uuid not null constraint plan_proposal_key primary key,
        enrollment_id uuid not null constraint plan_proposal_enrollment references enrollment on delete cascade,
        reason text not null,
        state text not null constraint plan_proposal_state_known check (state in ('proposed', 'accepted', 'discarded', 'undone')),
        made_at timestamptz not null,
        made_by uuid,
        decided_at timestamptz,
        decided_by uuid,
        undone_at timestamptz,
        undone_by uuid,
        basis text not null,
        change jsonb,
        before jsonb not null,
        after jsonb not null,
        counts jsonb not null
      )`);
    // Each list and each 'the newest one' is of one enrollment, and ids grow with time.
    await runner.query('create index plan_proposal_of_enrollment on plan_proposal (enrollment_id, id)');
    // One question at a time: the next one takes the place of one that is open.
    await runner.query(`create unique index plan_proposal_open on plan_proposal (enrollment_id) where state = 'proposed'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table plan_proposal');
  }
}
