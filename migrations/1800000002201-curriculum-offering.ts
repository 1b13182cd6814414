import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An admin hides or archives a certification, with who and when. New columns with a default, so the table is locked for a moment only. */
export class CurriculumOffering1800000002201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table certification
        add column offering text not null default 'listed',
        add column offering_set_at timestamptz,
        add column offering_set_by uuid,
        add constraint certification_offering check (offering in ('listed', 'hidden', 'archived')),
        add constraint certification_offering_set_by foreign key (offering_set_by) references account (id) on delete set null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table certification drop column offering_set_by, drop column offering_set_at, drop column offering');
  }
}
