import type { EntityManager } from 'typeorm';

/** Changes of what was logged in one enrollment take turns, so that two that touch the same days in different order cannot wait for each other. */
export async function takeChangesInTurn(tx: EntityManager, enrollmentId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [enrollmentId]);
}
