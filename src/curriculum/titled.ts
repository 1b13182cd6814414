import type { EntityManager } from 'typeorm';

/** A part of a curriculum as the audit trail names it, with the title that it has now. */
export async function titled(tx: EntityManager, kind: 'level' | 'skill' | 'project', id: string): Promise<{ id: string; title: string }> {
  const [part] = await tx.query<{ id: string; title: string }[]>(`select id, title from ${kind} where id = $1`, [id]);
  if (!part) throw new Error(`there is no ${kind} ${id}`);
  return part;
}
