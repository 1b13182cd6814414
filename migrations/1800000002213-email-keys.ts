import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['account', 'invitation', 'email_change'];

/**
 * Email keys are composed again after lower-casing, and have one small sigma, so that the spellings of an address find one account. Rewrites
 * only the keys that change. If two accounts have spellings of one address, one of them keeps its key, and its owner needs an admin.
 */
export class EmailKeys1800000002213 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await rewrite(runner, table, (row) => `normalize(replace(${row}.email_key, 'ς', 'σ'), nfc)`);
  }

  /** Earlier code finds a name that ends in a sigma by its final form. */
  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await rewrite(runner, table, (row) => `replace(${row}.email_key, 'σ@', 'ς@')`);
  }
}

/** Two people may wait for the same address, so only the keys of email_change may repeat. */
function rewrite(runner: QueryRunner, table: string, keyOf: (row: string) => string): Promise<unknown> {
  const [own, other] = [keyOf('t'), keyOf('o')];
  const isTaken = `exists (select from ${table} o where ${other} = ${own} and (o.email_key = ${own} or o.email_key < t.email_key))`;
  return runner.query(`update ${table} t set email_key = ${own} where t.email_key <> ${own} ${table === 'email_change' ? '' : `and not ${isTaken}`}`);
}
