import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a search over the curricula finds, and the words it may have meant. New tables only: locks nothing that is in use. They are filled
 * from the current releases at the next start, by the code that fills them when one is published.
 */
export class CurriculumSearch1800000001300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Trusted since PostgreSQL 13: who may create in the database may create it.
    await runner.query('create extension if not exists pg_trgm');
    await runner.query(`
      create table curriculum_passage (
        certification_id uuid not null constraint curriculum_passage_certification references certification,
        number int not null,
        release_number int not null,
        kind text not null constraint curriculum_passage_kind_known check (kind in
          ('certification', 'level', 'skill', 'project', 'learning-path', 'job-role', 'next-certification', 'provider', 'question')),
        level_id uuid constraint curriculum_passage_level references level,
        slug text not null,
        title text not null,
        body text not null,
        words tsvector not null,
        constraint curriculum_passage_key primary key (certification_id, number)
      )`);
    // Which passages hold a word. Read far more than written, so nothing waits in a list beside the index to be searched too.
    await runner.query('create index curriculum_passage_words on curriculum_passage using gin (words) with (fastupdate = off)');
    await runner.query('create table curriculum_word (word text constraint curriculum_word_key primary key)');
    // Which words are like a misspelt one.
    await runner.query('create index curriculum_word_likeness on curriculum_word using gin (word gin_trgm_ops) with (fastupdate = off)');
  }

  /** The extension stays: something else in the database may have come to need it. */
  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['curriculum_word', 'curriculum_passage']) await runner.query(`drop table ${table}`);
  }
}
