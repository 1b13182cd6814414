import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which shipped files were read already, so that a start does not parse them again. A new table; locks nothing. */
export class ShippedCurricula1800000002041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table shipped_curriculum (
        sha256 bytea not null,
        file_name text not null,
        read_at timestamptz not null,
        constraint shipped_curriculum_key primary key (sha256)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table shipped_curriculum');
  }
}
