import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The daily sweep at its cheapest: rows that lie side by side are in one share, so that each page is read once, and points of the history
 * cost no look at their enrollment. Locks readiness while each row gets its new share, some ten seconds a million.
 */
export class ReadinessPlaces1800000001990 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create sequence readiness_place');
    await runner.query(`
      update readiness r set shard = p.place / 256 % 64
      from (select enrollment_id, nextval('readiness_place') as place from readiness order by enrollment_id) as p
      where p.enrollment_id = r.enrollment_id`);
    await runner.query('alter table readiness_snapshot drop constraint readiness_snapshot_enrollment');
    await runner.query(`
      create function readiness_gone() returns trigger language plpgsql as $$
        begin
          delete from readiness_snapshot where enrollment_id = old.enrollment_id;
          return null;
        end
      $$`);
    await runner.query('create trigger readiness_gone after delete on readiness for each row execute function readiness_gone()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger readiness_gone on readiness');
    await runner.query('drop function readiness_gone()');
    await runner.query(`
      alter table readiness_snapshot add constraint readiness_snapshot_enrollment
        foreign key (enrollment_id) references enrollment on delete cascade`);
    await runner.query('update readiness set shard = get_byte(uuid_send(enrollment_id), 15) % 64');
    await runner.query('drop sequence readiness_place');
  }
}
