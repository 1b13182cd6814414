import type { EntityManager } from 'typeorm';

/** An account as the audit trail names it; null for nobody, and for one that is gone. */
export async function namedPerson(tx: EntityManager, id: string | null): Promise<{ id: string; name: string } | null> {
  if (id === null) return null;
  const [person] = await tx.query<{ id: string; name: string }[]>('select id, name from account where id = $1', [id]);
  return person ?? null;
}
