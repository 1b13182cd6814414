import { IsNull, type EntityManager } from 'typeorm';
import { PauseEntity } from './pause.entity.js';

/** Ends the pause that is open, if there is one. */
export async function endPause(tx: EntityManager, enrollmentId: string, end: Pick<PauseEntity, 'endedOn' | 'endedAt' | 'endedBy'>): Promise<void> {
  await tx.update(PauseEntity, { enrollmentId, endedAt: IsNull() }, end);
}
