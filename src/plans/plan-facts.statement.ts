import type { StoredMemory } from './plan-context.js';
import { FOLLOWS } from './plan-reason.js';
import type { Statement } from '../platform/database/statements.js';
import type { LocalDate } from '../platform/time/time.contract.js';
import type { LoggedMinutes, StoredItem } from './item-state.js';
import type { StoredLeftOut } from './left-out/left-out-parts.js';
import type { FixedDate, Plan } from './plans.contract.js';
import type { FocusSkill } from './retake/retake-focus.service.js';

/** A plan as it is stored, with what it was made for. */
export type StoredPlan = Pick<
  Plan,
  'release' | 'template' | 'basis' | 'madeAt' | 'examOn' | 'neededMinutes' | 'availableMinutes' | 'missingMinutes' | 'feasible' | 'waysOut' | 'phases'
> & { releaseId: string; enrollmentRevision: number; plannedFrom: LocalDate; nextDueAt: string | null };

/** Everything a plan is read from and made from. */
export interface PlanFacts {
  plan: StoredPlan | null;
  /** By date and position. */
  items: StoredItem[];
  logged: LoggedMinutes[];
  finishedProjectIds: string[];
  /** Projects with evidence that was not deleted. */
  handedInProjectIds: string[];
  /** Of the skills whose memory knows all that was logged. */
  memories: StoredMemory[];
  /** Of whole practice exams, by date. */
  practiceResults: { on: LocalDate; percent: number }[];
  leftOut: StoredLeftOut[];
  /** Skills to study again after the last exam, where it was not passed. */
  again: (FocusSkill & { setAt: string })[];
  /** By date. */
  fixedDates: FixedDate[];
  openProposalId: string | null;
  undoableProposalId: string | null;
}

/**
 * The plan of an enrollment with all its items and all that was logged, as one JSON value in one round trip. Logged minutes come summed by
 * date and subject, so they are few however many entries there are.
 *
 * Parameters: enrollment id.
 */
export const planFacts: Statement = {
  name: 'plan-facts',
  text: `
    select json_build_object(
      'plan', (
        select json_build_object(
          'release', release.number, 'releaseId', release_id, 'enrollmentRevision', enrollment_revision, 'template', template, 'basis', basis,
          'madeAt', made_at, 'plannedFrom', planned_from, 'examOn', exam_on, 'neededMinutes', needed_minutes, 'availableMinutes', available_minutes,
          'missingMinutes', missing_minutes, 'feasible', feasible, 'waysOut', ways_out, 'phases', phases, 'nextDueAt', next_due_at)
        from plan join release on release.id = plan.release_id where enrollment_id = $1),
      'items', (
        select coalesce(json_agg(json_build_object(
          'id', id, 'date', date, 'position', position, 'kind', kind, 'title', title, 'skillId', skill_id, 'projectId', project_id,
          'minutes', minutes, 'pinned', pinned_at is not null) order by date, position), '[]')
        from plan_item where enrollment_id = $1),
      'logged', (
        select coalesce(json_agg(entry), '[]') from (
          select date, plan_item_id as "planItemId", skill_id as "skillId", project_id as "projectId", sum(minutes)::int as minutes
          from study_entry where enrollment_id = $1 and deleted_at is null group by 1, 2, 3, 4 order by 1, 2, 3, 4) as entry),
      'memories', (
        select coalesce(json_agg(json_build_object('skillId', skill_id, 'stability', stability, 'difficulty', difficulty, 'lastOn', memory_on)
          order by skill_id), '[]')
        from skill_progress where enrollment_id = $1 and stability is not null and stale_from is null),
      'practiceResults', (
        select coalesce(json_agg(json_build_object('on', taken_on, 'percent', round(100.0 * items_right / items_asked)) order by taken_on, id), '[]')
        from practice_result where enrollment_id = $1 and deleted_at is null),
      'finishedProjectIds', (select coalesce(json_agg(project_id order by project_id), '[]') from project_completion where enrollment_id = $1),
      'handedInProjectIds', (
        select coalesce(json_agg(distinct project_id), '[]') from evidence where enrollment_id = $1 and deleted_at is null),
      'leftOut', (
        select coalesce(json_agg(json_build_object('partId', coalesce(skill_id, project_id), 'leftOutAt', left_out_at,
          'leftOutBy', (select json_build_object('id', a.id, 'name', a.name) from account a where a.id = left_out_by)) order by left_out_part.id), '[]')
        from left_out_part where enrollment_id = $1),
      'again', (
        select coalesce(json_agg(json_build_object('skillId', skill_id, 'minutes', minutes, 'points', points, 'setAt', set_at) order by skill_id), '[]')
        from retake_focus where enrollment_id = $1
          and outcome_id = (select id from outcome where enrollment_id = $1 order by taken_on desc, recorded_at desc limit 1)),
      'fixedDates', (
        select coalesce(json_agg(json_build_object('id', id, 'kind', kind, 'title', title, 'date', date, 'minutes', minutes) order by date, id), '[]')
        from fixed_date where enrollment_id = $1),
      'openProposalId', (select id from plan_proposal where enrollment_id = $1 and state = 'proposed'),
      'undoableProposalId', (
        select case when reason not in (${FOLLOWS.map((reason) => `'${reason}'`).join(', ')}) then id end
        from plan_proposal where enrollment_id = $1 and state = 'accepted' order by decided_at desc, id desc limit 1)
    ) as facts`,
};
