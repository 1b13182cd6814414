import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Certifications, their releases as documents, and who their levels, skills and projects are. New tables only: locks nothing that is in use. */
export class Curriculum1800000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table certification (
        id uuid not null constraint certification_key primary key,
        slug text not null constraint certification_slug unique,
        title text not null,
        current_release_number int not null
      )`);
    await runner.query(`
      create table release (
        id uuid not null constraint release_key primary key,
        certification_id uuid not null constraint release_certification references certification,
        number int not null constraint release_counts_from_one check (number >= 1),
        document jsonb not null,
        published_at timestamptz not null,
        published_by uuid constraint release_publisher references account on delete set null,
        constraint release_number unique (certification_id, number)
      )`);
    await runner.query(`
      create table level (
        id uuid not null constraint level_key primary key,
        certification_id uuid not null constraint level_certification references certification,
        slug text not null,
        title text not null,
        retired_at timestamptz,
        constraint level_slug unique (certification_id, slug)
      )`);
    for (const part of ['skill', 'project']) {
      await runner.query(`
        create table ${part} (
          id uuid not null constraint ${part}_key primary key,
          level_id uuid not null constraint ${part}_level references level,
          slug text not null,
          title text not null,
          retired_at timestamptz,
          constraint ${part}_slug unique (level_id, slug)
        )`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['project', 'skill', 'level', 'release', 'certification']) await runner.query(`drop table ${table}`);
  }
}
