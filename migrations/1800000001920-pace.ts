import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How hard a learner goes: the most minutes a day, and the shortest session. Columns with a default: locks enrollments for a moment only. */
export class Pace1800000001920 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table enrollment
        add column most_minutes_a_day int,
        add column shortest_session_minutes int not null default 20,
        add constraint enrollment_day_holds_a_session check (most_minutes_a_day between shortest_session_minutes and 960),
        add constraint enrollment_session_possible check (shortest_session_minutes between 10 and 120)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table enrollment drop column most_minutes_a_day, drop column shortest_session_minutes');
  }
}
