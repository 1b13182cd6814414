import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Points of the readiness history keep the model that computed them. Adds an empty column: locks the table for a moment. */
export class SnapshotModel1800000002171 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table readiness_snapshot add column model text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table readiness_snapshot drop column model');
  }
}
