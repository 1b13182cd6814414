import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who pinned a plan item to its date, and when. Columns without a default: locks `plan_item` for a moment only. */
export class PlanPins1800000001600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table plan_item add pinned_at timestamptz, add pinned_by uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table plan_item drop pinned_at, drop pinned_by');
  }
}
