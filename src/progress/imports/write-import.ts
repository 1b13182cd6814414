/** What an import writes, and what undoing it takes back: many entries at once, their sums in the order of study-sums.ts. */
import type { EntityManager } from 'typeorm';
import { addToDaysSql, addToProjectsSql, addToSkillsSql } from '../study-sums.js';
import type { RowEntry } from './study-rows.js';

export interface ImportedAs {
  enrollmentId: string;
  importId: string;
  timeZone: string;
  /** The learner's date now. */
  today: string;
  now: string;
}

const ROWS = `jsonb_to_recordset($2::jsonb) as r
  (id uuid, date date, minutes int, "skillId" uuid, "projectId" uuid, kind text, recall text, note text, "earlierMs" int)`;

/** @returns dates that turned out to be full. If there are any, the caller must roll back */
export async function writeImport(tx: EntityManager, entries: readonly RowEntry[], as: ImportedAs): Promise<{ fullDates: string[] }> {
  // The order of the table is kept in the time of each entry: one millisecond apart, the last one now.
  const rows = JSON.stringify(entries.map((entry, i) => ({ ...entry, earlierMs: entries.length - 1 - i })));
  const days = await tx.query<{ date: string }[]>(
    addToDaysSql(`select $1::uuid, date, sum(minutes)::int, count(*)::int from ${ROWS} group by date order by date`),
    [as.enrollmentId, rows],
  );
  const written = new Set(days.map(({ date }) => date));
  const fullDates = entries.map(({ date }) => date).filter((date) => !written.has(date));
  if (fullDates.length > 0) return { fullDates };
  const of = (column: string) => `from ${ROWS} where ${column} is not null group by ${column} order by ${column}`;
  await tx.query(addToSkillsSql(`select $1::uuid, "skillId", sum(minutes)::int, count(*)::int, min(date), max(date) ${of('"skillId"')}`), [
    as.enrollmentId,
    rows,
  ]);
  await tx.query(addToProjectsSql(`select $1::uuid, "projectId", sum(minutes)::int, count(*)::int, max(date) ${of('"projectId"')}`), [as.enrollmentId, rows]);
  await tx.query('insert into study_import (id, enrollment_id, imported_at) values ($1, $2, $3)', [as.importId, as.enrollmentId, as.now]);
  // An entry that already exists was deleted when its import was undone. It is restored with the values of the table.
  await tx.query(
    `insert into study_entry (id, enrollment_id, date, time_zone, minutes, skill_id, project_id, kind, recall, source, import_id, note,
       logged_on, logged_at, changed_at)
     select id, $1::uuid, date, $3, minutes, "skillId", "projectId", kind, recall, 'import', $4::uuid, note,
       $5::date, $6::timestamptz - "earlierMs" * interval '1 millisecond', $6::timestamptz
     from ${ROWS}
     on conflict (id) do update set date = excluded.date, minutes = excluded.minutes, skill_id = excluded.skill_id, project_id = excluded.project_id,
       kind = excluded.kind, recall = excluded.recall, import_id = excluded.import_id, note = excluded.note, logged_on = excluded.logged_on,
       logged_at = excluded.logged_at, changed_at = excluded.changed_at, deleted_at = null`,
    [as.enrollmentId, rows, as.timeZone, as.importId, as.today, as.now],
  );
  return { fullDates: [] };
}

/** Deletes the remaining entries of an import. Entries that were corrected since are deleted with their current values. */
export async function takeBackImport(tx: EntityManager, enrollmentId: string, importId: string, now: string): Promise<void> {
  const gone = 'from study_entry where enrollment_id = $1 and import_id = $2 and deleted_at is null';
  // Locked first, so that exactly the summed entries are deleted.
  await tx.query(`select id ${gone} order by id for update`, [enrollmentId, importId]);
  await tx.query(
    `update study_day d set minutes = d.minutes - gone.minutes, entries = d.entries - gone.entries
     from (select date, sum(minutes)::int as minutes, count(*)::int as entries ${gone} group by date) as gone
     where d.enrollment_id = $1 and d.date = gone.date`,
    [enrollmentId, importId],
  );
  await tx.query('delete from study_day where enrollment_id = $1 and entries = 0', [enrollmentId]);
  await tx.query(
    `with gone as (
       select skill_id, sum(minutes)::int as minutes, count(*)::int as entries, min(date) as first_on ${gone} and skill_id is not null group by skill_id
     ), held as (
       select s.skill_id from skill_progress s join gone using (skill_id) where s.enrollment_id = $1 order by s.skill_id for update of s
     )
     update skill_progress s set minutes = s.minutes - gone.minutes, entries = s.entries - gone.entries, changes = s.changes + 1,
       stale_from = least(s.stale_from, gone.first_on)
     from gone join held using (skill_id) where s.enrollment_id = $1 and s.skill_id = gone.skill_id`,
    [enrollmentId, importId],
  );
  await tx.query(
    `update project_progress p set minutes = p.minutes - gone.minutes, entries = p.entries - gone.entries
     from (select project_id, sum(minutes)::int as minutes, count(*)::int as entries ${gone} and project_id is not null group by project_id) as gone
     where p.enrollment_id = $1 and p.project_id = gone.project_id`,
    [enrollmentId, importId],
  );
  // Later than the change before, even within one millisecond, because clients compare the two to know whether readiness covers it.
  await tx.query(
    `update study_entry set deleted_at = $3::timestamptz, changed_at = greatest($3::timestamptz, changed_at + interval '1 millisecond')
     where enrollment_id = $1 and import_id = $2 and deleted_at is null`,
    [enrollmentId, importId, now],
  );
  await tx.query('update study_import set undone_at = $2 where id = $1', [importId, now]);
  await settleAllLastDates(tx, enrollmentId, importId);
}

async function settleAllLastDates(tx: EntityManager, enrollmentId: string, importId: string): Promise<void> {
  for (const [table, column] of [
    ['skill_progress', 'skill_id'],
    ['project_progress', 'project_id'],
  ])
    await tx.query(
      `update ${table} t set last_on = (
         select max(date) from study_entry e where e.enrollment_id = $1 and e.${column} = t.${column} and e.deleted_at is null)
       where enrollment_id = $1 and ${column} in (select ${column} from study_entry where enrollment_id = $1 and import_id = $2)`,
      [enrollmentId, importId],
    );
}
