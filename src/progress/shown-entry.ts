import type { EntityManager } from 'typeorm';
import type { StudyEntry } from './progress.contract.js';

type Times = 'loggedAt' | 'changedAt' | 'deletedAt';

/** The columns of an entry as the API shows it. */
export const ENTRY = `e.id, e.enrollment_id as "enrollmentId", e.date, e.minutes, e.skill_id as "skillId", e.project_id as "projectId",
  e.plan_item_id as "planItemId", e.kind, e.recall, e.source, e.note, e.date < e.logged_on as "loggedLater", e.logged_at as "loggedAt", e.changed_at as "changedAt", e.deleted_at as "deletedAt"`;

/** An entry as the database gives it. */
export type EntryRow = Omit<StudyEntry, Times> & { enrollmentId: string; loggedAt: Date; changedAt: Date; deletedAt: Date | null };

export function asEntry<Row extends Omit<EntryRow, 'day'>>({ enrollmentId: _, loggedAt, changedAt, deletedAt, ...row }: Row) {
  return { ...row, loggedAt: loggedAt.toISOString(), changedAt: changedAt.toISOString(), deletedAt: deletedAt?.toISOString() ?? null };
}

/** An entry as it stands now, deleted or not, whosever it is: callers look at its enrollment. */
export async function entryWithItsDay(manager: EntityManager, entryId: string): Promise<EntryRow | undefined> {
  const [row] = await manager.query<EntryRow[]>(
    `select ${ENTRY}, jsonb_build_object('minutes', coalesce(d.minutes, 0), 'entries', coalesce(d.entries, 0)) as day
     from study_entry e left join study_day d using (enrollment_id, date) where e.id = $1`,
    [entryId],
  );
  return row;
}
