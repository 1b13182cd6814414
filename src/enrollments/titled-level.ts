import type { EntityManager } from 'typeorm';

/** A level as the audit trail names it. */
export async function titledLevel(tx: EntityManager, levelId: string): Promise<{ id: string; title: string }> {
  const [level] = await tx.query<{ id: string; title: string }[]>('select id, title from level where id = $1', [levelId]);
  if (!level) throw new Error(`there is no level ${levelId}`);
  return level;
}
