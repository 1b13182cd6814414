import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may register is a decision of admins. Without a row, everybody may. A new table; locks nothing. */
export class RegistrationPolicy1800000002124 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table registration_policy (
        id int not null,
        mode text not null,
        domains text[] not null,
        changed_at timestamptz not null,
        changed_by uuid,
        constraint registration_policy_key primary key (id),
        constraint registration_policy_one check (id = 1),
        constraint registration_policy_mode_known check (mode in ('open', 'invitation', 'domain')),
        constraint registration_policy_domains_given check (mode <> 'domain' or cardinality(domains) > 0)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table registration_policy');
  }
}
