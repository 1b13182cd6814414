import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the daily sweep of readiness needs, so that it asks no other feature and writes little: bases apart from what is written each day,
 * whose days are when, and a share of the rows for each worker at a time. Locks readiness while its bases are copied, some seconds a million.
 */
export class ReadinessSweep1800000001970 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table readiness_basis (
        enrollment_id uuid not null
          constraint readiness_basis_key primary key
          constraint readiness_basis_enrollment references enrollment on delete cascade,
        basis bytea not null
      )`);
    // Hardly anything of it repeats, so compressing costs time and saves nothing.
    await runner.query('alter table readiness_basis alter column basis set storage external');
    await runner.query('insert into readiness_basis (enrollment_id, basis) select enrollment_id, basis from readiness');
    await runner.query(`
      alter table readiness
        drop column basis,
        add column enrollment_state text,
        add column time_zone text,
        add column day_start_minutes int,
        add column shard smallint constraint readiness_shard_fits check (shard between 0 and 63)`);
    await runner.query(`
      update readiness r set enrollment_state = e.state, time_zone = a.time_zone, day_start_minutes = a.day_start_minutes,
        shard = get_byte(uuid_send(r.enrollment_id), 15) % 64
      from enrollment e join account a on a.id = e.learner_id where e.id = r.enrollment_id`);
    await runner.query(`
      alter table readiness
        alter column enrollment_state set not null,
        alter column time_zone set not null,
        alter column day_start_minutes set not null,
        alter column shard set not null`);
    await runner.query('drop index readiness_due');
    // The order in which a worker goes through its share.
    await runner.query('create index readiness_due on readiness (shard, next_due_at, enrollment_id) where next_due_at is not null');
    await runner.query(`
      create table readiness_shard (
        shard smallint not null constraint readiness_shard_key primary key,
        claimable_at timestamptz not null,
        turn int not null default 0,
        claimed_at timestamptz,
        swept_on date,
        swept int not null default 0,
        swept_seconds real not null default 0
      )`);
    await runner.query(`insert into readiness_shard (shard, claimable_at) select shard, 'epoch' from generate_series(0, 63) as shard`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table readiness_shard');
    await runner.query('drop index readiness_due');
    await runner.query('alter table readiness add column basis bytea');
    await runner.query('update readiness r set basis = b.basis from readiness_basis b where b.enrollment_id = r.enrollment_id');
    await runner.query(`
      alter table readiness
        alter column basis set not null,
        drop column shard, drop column day_start_minutes, drop column time_zone, drop column enrollment_state`);
    await runner.query('create index readiness_due on readiness (next_due_at, enrollment_id)');
    await runner.query('drop table readiness_basis');
  }
}
