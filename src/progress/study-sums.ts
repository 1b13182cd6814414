/**
 * The sums that stand beside the entries: of a day, of a skill, of a project. Whoever writes entries keeps them, in this order, and marks the
 * worklist after them: two writers that lock rows in the same order never wait for each other in a circle.
 */
import type { EntityManager } from 'typeorm';
import { MINUTES_IN_A_DAY } from './progress.contract.js';

/** What an entry adds to the sums. */
export interface Summed {
  enrollmentId: string;
  date: string;
  minutes: number;
  skillId: string | null;
  projectId: string | null;
}

/** Of rows `(enrollment_id, date, minutes, entries)`; a day that would exceed its minutes is left out, and missing from what is returned. */
export const addToDaysSql = (rows: string) => `
  insert into study_day as d (enrollment_id, date, minutes, entries) ${rows}
  on conflict (enrollment_id, date) do update set minutes = d.minutes + excluded.minutes, entries = d.entries + excluded.entries
    where d.minutes + excluded.minutes <= ${MINUTES_IN_A_DAY}
  returning enrollment_id, date, minutes, entries`;

/** Of rows `(enrollment_id, skill_id, minutes, entries, first date, last date)`, each skill once. */
export const addToSkillsSql = (rows: string) => `
  insert into skill_progress as s (enrollment_id, skill_id, minutes, entries, stale_from, last_on, changes)
  select enrollment_id, skill_id, minutes, entries, first_on, last_on, 1 from (${rows}) as new (enrollment_id, skill_id, minutes, entries, first_on, last_on)
  on conflict (enrollment_id, skill_id) do update set
    minutes = s.minutes + excluded.minutes, entries = s.entries + excluded.entries, last_on = greatest(s.last_on, excluded.last_on),
    changes = s.changes + 1, stale_from = least(s.stale_from, excluded.stale_from)
  returning skill_id`;

/** Of rows `(enrollment_id, project_id, minutes, entries, last date)`, each project once. */
export const addToProjectsSql = (rows: string) => `
  insert into project_progress as p (enrollment_id, project_id, minutes, entries, last_on) ${rows}
  on conflict (enrollment_id, project_id) do update set
    minutes = p.minutes + excluded.minutes, entries = p.entries + excluded.entries, last_on = greatest(p.last_on, excluded.last_on)
  returning project_id`;

/** @returns whether the day had room; where not, nothing is written */
export async function addToDay(tx: EntityManager, { enrollmentId, date, minutes }: Summed): Promise<boolean> {
  const rows = await tx.query<unknown[]>(addToDaysSql('values ($1, $2, $3, 1)'), [enrollmentId, date, minutes]);
  return rows.length > 0;
}

export async function takeFromDay(tx: EntityManager, { enrollmentId, date, minutes }: Summed): Promise<void> {
  await tx.query('update study_day set minutes = minutes - $3, entries = entries - 1 where enrollment_id = $1 and date = $2', [enrollmentId, date, minutes]);
  await tx.query('delete from study_day where enrollment_id = $1 and date = $2 and entries = 0', [enrollmentId, date]);
}

/**
 * What a correction, a deletion or its undoing changes of skills and projects. Two skills are written in the order of their ids, as the
 * worker that keeps memories writes them.
 */
export async function moveSums(tx: EntityManager, before: Summed | null, after: Summed | null): Promise<void> {
  const [old, now] = [before?.skillId ?? '', after?.skillId ?? ''];
  if (before && old <= now) await takeFromSkill(tx, before);
  if (after) await addToSkill(tx, after);
  if (before && old > now) await takeFromSkill(tx, before);
  if (before) await takeFromProject(tx, before);
  if (after) await addToProject(tx, after);
}

async function addToSkill(tx: EntityManager, { enrollmentId, skillId, minutes, date }: Summed): Promise<void> {
  if (skillId === null) return;
  await tx.query(addToSkillsSql('values ($1::uuid, $2::uuid, $3::int, 1, $4::date, $4::date)'), [enrollmentId, skillId, minutes, date]);
}

async function addToProject(tx: EntityManager, { enrollmentId, projectId, minutes, date }: Summed): Promise<void> {
  if (projectId === null) return;
  await tx.query(addToProjectsSql('values ($1::uuid, $2::uuid, $3::int, 1, $4::date)'), [enrollmentId, projectId, minutes, date]);
}

/** `last_on` follows in `settleLastDates`, once the entry itself is changed. */
async function takeFromSkill(tx: EntityManager, { enrollmentId, skillId, minutes, date }: Summed): Promise<void> {
  if (skillId === null) return;
  await tx.query(
    `update skill_progress set minutes = minutes - $3, entries = entries - 1, changes = changes + 1, stale_from = least(stale_from, $4::date)
     where enrollment_id = $1 and skill_id = $2`,
    [enrollmentId, skillId, minutes, date],
  );
}

async function takeFromProject(tx: EntityManager, { enrollmentId, projectId, minutes }: Summed): Promise<void> {
  if (projectId === null) return;
  await tx.query('update project_progress set minutes = minutes - $3, entries = entries - 1 where enrollment_id = $1 and project_id = $2', [
    enrollmentId,
    projectId,
    minutes,
  ]);
}

/** The last dates of an entry's subject, after something was taken from it. Its row is locked by then, so that no log comes between reading and writing. */
export async function settleLastDates(tx: EntityManager, { enrollmentId, skillId, projectId }: Summed): Promise<void> {
  for (const [table, column, id] of [
    ['skill_progress', 'skill_id', skillId],
    ['project_progress', 'project_id', projectId],
  ] as const)
    if (id !== null)
      await tx.query(
        `update ${table} set last_on = (select max(date) from study_entry where enrollment_id = $1 and ${column} = $2 and deleted_at is null)
         where enrollment_id = $1 and ${column} = $2`,
        [enrollmentId, id],
      );
}
