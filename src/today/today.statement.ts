import { OWN_AS_JSON } from '../enrollments/enrollment.statements.js';
import type { OwnEnrollment } from '../enrollments/enrollments.service.js';
import type { LoggedMinutes, StoredItem } from '../plans/item-state.js';
import type { Statement } from '../platform/database/statements.js';
import type { LocalDate } from '../platform/time/time.contract.js';
import { HAS_MENTOR } from '../readiness/readiness-rows.js';
import type { StoredBasis } from '../readiness/shown-basis.service.js';
import type { Today } from './today.contract.js';

/** How far back planned and studied days are read. */
export { STEADY_BACK_DAYS as DAYS_BACK } from '../plans/planned-days.js';

/** What the statement answers; instants as PostgreSQL writes them. */
export interface TodayRows {
  /** As it stands, for its learner alone. */
  enrollment: OwnEnrollment | null;
  /** The level's title. */
  level: string;
  plan: (Today['plan'] & { enrollmentRevision: number; releaseId: string; nextDueAt: string | null }) | null;
  /** Of yesterday and today, and the first after it. */
  items: StoredItem[];
  logged: LoggedMinutes[];
  /** Minutes by date, of the week. */
  plannedByDay: Record<LocalDate, number>;
  /** Up to today, oldest first. */
  plannedDates: LocalDate[];
  studyDays: { date: LocalDate; minutes: number }[];
  readiness:
    | (Pick<Today['readiness'], 'score' | 'low' | 'high' | 'band'> &
        StoredBasis & {
          state: 'too-early' | 'computed';
          probability: number | null;
          probabilityLow: number | null;
          probabilityHigh: number | null;
          computedAt: string;
          coversUntil: string;
        })
    | null;
  scoreAWeekAgo: number | null;
  hasReleaseNews: boolean;
}

/**
 * All rows of one learner's Today page, as one JSON value: the page is asked for on every visit, and again each second after a log.
 * `next_due_at` says whether the plan was looked at since the learner's day began; what that means is decided in Node.
 *
 * Parameters: enrollment id, today, monday and sunday of its week, first date to look back on, a week ago, learner id. Without an
 * enrollment of this learner `enrollment` is null, and nothing else may be shown.
 */
export const todayRows: Statement = {
  name: 'today-rows',
  text: `
    with item as (
      select id, date, position, kind, title, skill_id as "skillId", project_id as "projectId", minutes,
        pinned_at is not null as pinned
      from plan_item where enrollment_id = $1 and date between $2::date - 1 and $2::date
      union all
      (select id, date, position, kind, title, skill_id, project_id, minutes, pinned_at is not null
       from plan_item where enrollment_id = $1 and date > $2::date order by date, position limit 1)
    )
    select json_build_object(
      'enrollment', (
        select json_build_object(${OWN_AS_JSON})
        from enrollment e join account a on a.id = e.learner_id where e.id = $1 and e.learner_id = $7),
      'level', (select title from level join enrollment on level.id = enrollment.level_id where enrollment.id = $1),
      'plan', (
        select json_build_object('feasible', feasible, 'neededMinutes', needed_minutes, 'availableMinutes', available_minutes,
          'enrollmentRevision', enrollment_revision, 'releaseId', release_id, 'nextDueAt', next_due_at,
          'openProposalId', (select id from plan_proposal where enrollment_id = $1 and state = 'proposed'))
        from plan where enrollment_id = $1),
      'items', (select coalesce(json_agg(item order by date, position), '[]') from item),
      'logged', (
        select coalesce(json_agg(json_build_object(
          'date', date, 'planItemId', plan_item_id, 'skillId', skill_id, 'projectId', project_id, 'minutes', minutes)), '[]')
        from study_entry
        where enrollment_id = $1 and deleted_at is null and (date = $2::date or plan_item_id in (select id from item))),
      'plannedByDay', (
        select coalesce(json_object_agg(date, minutes), '{}')
        from (select date, sum(minutes) as minutes from plan_item where enrollment_id = $1 and date between $3::date and $4::date group by date) as day),
      'plannedDates', (
        select coalesce(json_agg(distinct date), '[]') from plan_item where enrollment_id = $1 and date between $5::date and $2::date),
      'studyDays', (
        select coalesce(json_agg(json_build_object('date', date, 'minutes', minutes) order by date), '[]')
        from study_day where enrollment_id = $1 and minutes > 0 and date between least($5::date, $3::date) and $4::date),
      'readiness', (
        select json_build_object('state', state, 'score', score, 'low', low, 'high', high, 'band', band,
          'probability', probability, 'probabilityLow', probability_low, 'probabilityHigh', probability_high,
          'levelId', level_id, 'releaseId', release_id, 'basis', encode(basis, 'base64'), 'hasMentor', ${HAS_MENTOR}, 'computedFor', computed_for,
          'computedAt', computed_at, 'coversUntil', covers_until)
        from readiness join readiness_basis using (enrollment_id) where enrollment_id = $1),
      'hasReleaseNews', exists (select from enrollment_move where enrollment_id = $1 and seen_at is null),
      'scoreAWeekAgo', (
        select score from readiness_snapshot where enrollment_id = $1 and date <= $6::date order by date desc limit 1)
    ) as page`,
};
