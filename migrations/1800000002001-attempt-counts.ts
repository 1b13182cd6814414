import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Counts tries on an account, such as password guesses, over all processes. A new table, so it locks nothing. Unlogged: it may be empty after a crash. */
export class AttemptCounts1800000002001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create unlogged table attempt_count (
        key text not null constraint attempt_count_key primary key,
        attempts int not null,
        next_at timestamptz,
        forget_at timestamptz not null
      )`);
    await runner.query('create index attempt_count_by_forgetting on attempt_count (forget_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table attempt_count');
  }
}
