import type { EntityManager } from 'typeorm';
import type { OwnEnrollment } from '../enrollments/enrollments.service.js';
import type { StoredPlan } from './plan-facts.statement.js';
import type { ItemChanges } from './remake-items.js';

export type PlanRow = Omit<StoredPlan, 'release' | 'releaseId' | 'enrollmentRevision'>;

export async function savePlan(tx: EntityManager, { id, releaseId, revision }: OwnEnrollment, plan: PlanRow): Promise<void> {
  await tx.query(
    `insert into plan (enrollment_id, release_id, enrollment_revision, exam_on, template, basis, made_at, planned_from, needed_minutes,
       available_minutes, missing_minutes, feasible, ways_out, phases, next_due_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict (enrollment_id) do update set
       release_id = excluded.release_id, enrollment_revision = excluded.enrollment_revision, exam_on = excluded.exam_on,
       template = excluded.template, basis = excluded.basis, made_at = excluded.made_at, planned_from = excluded.planned_from,
       needed_minutes = excluded.needed_minutes, available_minutes = excluded.available_minutes, missing_minutes = excluded.missing_minutes,
       feasible = excluded.feasible, ways_out = excluded.ways_out, phases = excluded.phases, next_due_at = excluded.next_due_at`,
    [
      ...[id, releaseId, revision, plan.examOn, plan.template, plan.basis, plan.madeAt, plan.plannedFrom],
      ...[plan.neededMinutes, plan.availableMinutes, plan.missingMinutes, plan.feasible],
      ...[JSON.stringify(plan.waysOut), JSON.stringify(plan.phases), plan.nextDueAt],
    ],
  );
}

/** Two statements, however many items there are. */
export async function saveItems(tx: EntityManager, enrollmentId: string, { items, goneIds }: ItemChanges): Promise<void> {
  await tx.query('delete from plan_item where enrollment_id = $1 and id = any($2::uuid[])', [enrollmentId, goneIds]);
  await tx.query(
    `insert into plan_item (enrollment_id, id, date, position, kind, title, skill_id, project_id, minutes)
     select $1, * from unnest($2::uuid[], $3::date[], $4::int[], $5::text[], $6::text[], $7::uuid[], $8::uuid[], $9::int[])
     on conflict (id) do update set
       date = excluded.date, position = excluded.position, title = excluded.title, minutes = excluded.minutes`,
    [
      enrollmentId,
      ...(['id', 'date', 'position', 'kind', 'title', 'skillId', 'projectId', 'minutes'] as const).map((column) => items.map((item) => item[column])),
    ],
  );
}

/** Notes that a plan fits until then; for good where nothing can be missed any more. */
export async function lookAgainAt(tx: EntityManager, enrollmentId: string, at: string | null): Promise<void> {
  await tx.query('update plan set next_due_at = $2 where enrollment_id = $1', [enrollmentId, at]);
}

/** Puts one item on a date by hand. */
export async function moveItem(tx: EntityManager, enrollmentId: string, id: string, date: string, pinned: { at: string; by: string } | null): Promise<void> {
  // At the end of another day, until the plan is made around it.
  await tx.query(
    `update plan_item set date = $3, pinned_at = $4, pinned_by = $5,
       position = case when date = $3 then position else coalesce((select max(position) + 1 from plan_item where enrollment_id = $1 and date = $3 and id <> $2), 0) end
     where enrollment_id = $1 and id = $2`,
    [enrollmentId, id, date, pinned?.at ?? null, pinned?.by ?? null],
  );
}

export async function unpin(tx: EntityManager, enrollmentId: string, ids: readonly string[]): Promise<void> {
  await tx.query('update plan_item set pinned_at = null, pinned_by = null where enrollment_id = $1 and id = any($2::uuid[]) and pinned_at is not null', [
    enrollmentId,
    ids,
  ]);
}
