import type { EntityManager } from 'typeorm';

/** Removes every message to a person, in the transaction that deletes their account. Mail that is still waiting is not sent. */
export async function forgetMail(tx: EntityManager, personId: string): Promise<void> {
  await tx.query('delete from message where person_id = $1', [personId]);
}
