import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stores when an account was deactivated, and by which admin. Nobody is deactivated at first. Locks account for a moment; no row is written. */
export class AccountDeactivated1800000002122 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table account add column deactivated_at timestamptz, add column deactivated_by uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table account drop column deactivated_by, drop column deactivated_at');
  }
}
