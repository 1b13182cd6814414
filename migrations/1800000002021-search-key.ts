import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People find names whatever their accents, case and normal form, on a database of any locale: one function says what is compared. The key
 * of a name is kept beside it, since making it costs ten times as much as comparing it. Locks account while its rows are written, about
 * three seconds for 100,000.
 */
export class SearchKey1800000002021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // ICU lowers letters the same everywhere; lower() without a collation leaves É alone in locale C. Letters that do not decompose are named.
    await runner.query(`
      create function search_key(text) returns text language sql immutable parallel safe as $$
        select btrim(regexp_replace(
          replace(replace(replace(replace(
            translate(
              regexp_replace(
                normalize(lower(normalize($1, NFKD) collate "und-x-icu"), NFKD) collate "C",
                '[\\u0300-\\u036f\\u0591-\\u05c7\\u064b-\\u0652\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]', '', 'g'),
              'łøđħıŧς', 'lodhitσ'),
            'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
          '\\s+', ' ', 'g'))
      $$`);
    await runner.query('alter table account add column name_key text');
    await runner.query('update account set name_key = search_key(name)');
    await runner.query('alter table account alter column name_key set not null');
    await runner.query(`
      create function account_name_key() returns trigger language plpgsql as $$
        begin
          new.name_key := search_key(new.name);
          return new;
        end
      $$`);
    await runner.query('create trigger account_name_key before insert or update of name on account for each row execute function account_name_key()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger account_name_key on account');
    await runner.query('drop function account_name_key()');
    await runner.query('alter table account drop column name_key');
    await runner.query('drop function search_key(text)');
  }
}
