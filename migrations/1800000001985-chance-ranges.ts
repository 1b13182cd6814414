import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Points of the history keep the range of the chance of passing beside its middle. What ranges were before nobody knows any more, so points
 * that are there have none. Adds empty columns; reads the table once, for the check.
 */
export class ChanceRanges1800000001985 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table readiness_snapshot
        add column probability_low real,
        add column probability_high real,
        add constraint readiness_snapshot_range_fits
          check (num_nulls(probability_low, probability_high) = 2 or probability between probability_low and probability_high)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table readiness_snapshot drop column probability_high, drop column probability_low');
  }
}
