import type { StudyEntry } from './progress.contract.js';

type Times = 'loggedAt' | 'changedAt' | 'deletedAt';

/** An entry as the database gives it. */
export type EntryRow = Omit<StudyEntry, Times> & { enrollmentId: string; loggedAt: Date; changedAt: Date; deletedAt: Date | null };

export function asEntry<Row extends Omit<EntryRow, 'day'>>({ enrollmentId: _, loggedAt, changedAt, deletedAt, ...row }: Row) {
  return { ...row, loggedAt: loggedAt.toISOString(), changedAt: changedAt.toISOString(), deletedAt: deletedAt?.toISOString() ?? null };
}
