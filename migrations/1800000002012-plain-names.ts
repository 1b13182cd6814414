import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Line breaks and controls, and what turns the text around it. */
const FORBIDDEN = String.raw`[\u0001-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffd]+`;
/** Invisible characters that mean nothing in a name. */
const COPIED_ALONG = String.raw`[\u00ad\u061c\u200b\u200e\u200f\u2060\ufeff]`;
/** A name of nothing but blanks and joiners. */
const NOTHING_TO_SEE = String.raw`^[\s\u00a0\u200c\u200d\u2800\u3000\u3164\ufe0f]*$`;

/**
 * Older names were not validated and could contain line breaks, which ended up in mail. This turns them into one visible line. It updates only
 * the few affected rows and cannot be reverted.
 */
export class PlainNames1800000002012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`update account set name = regexp_replace(name, $1, '', 'g') where name ~ $1`, [COPIED_ALONG]);
    await runner.query(`update account set name = btrim(regexp_replace(name, $1, ' ', 'g')) where name ~ $1`, [FORBIDDEN]);
    await runner.query(`update account set name = 'No name' where name ~ $1`, [NOTHING_TO_SEE]);
  }

  async down(): Promise<void> {
    // What was taken out of names is gone.
  }
}
