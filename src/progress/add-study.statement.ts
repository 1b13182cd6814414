import type { Statement } from '../platform/database/statements.js';
import { markSql } from '../platform/worklist/worklist.js';
import { addToDaysSql, addToProjectsSql, addToSkillsSql } from './study-sums.js';

/** The day of a new entry, as it stands with it. */
export interface DaySums {
  minutes: number;
  entries: number;
}

/**
 * Adds an entry to its day, its skill or project, and asks for readiness to be computed, all or nothing. The database sums, so two at once
 * lose nothing; a day that would exceed its minutes gives no row. An id that is there already fails on `study_entry_key` and undoes the sums
 * with it.
 * It writes only where study-rules.service.ts would let it: this learner's open enrollment, in the time zone and with the day start that the
 * dates were worked out for, a date that is open, a skill and project of the level. Where it writes nothing, those rules say why.
 * One named statement because it is the hottest write: about twice the rate of the same work in a transaction. What was written is what was
 * given, so only the day is answered. Marking waits for the sums, so that rows are locked in the order of study-sums.ts.
 *
 * Parameters: entry id, enrollment id, date, minutes, skill id or null, project id or null, plan item id or null, note, time zone, now,
 * learner id, the learner's today, kind, recall or null, source, minutes after midnight at which their day begins.
 */
export const addStudy: Statement = {
  name: 'add-study',
  text: `
    with allowed as (
      select e.id from enrollment e join account a on a.id = e.learner_id
      where e.id = $2::uuid and e.learner_id = $11::uuid and a.time_zone = $9 and a.day_start_minutes = $16::int and e.state not in ('withdrawn', 'expired')
        and $3::date between (e.started_on - interval '1 year')::date and $12::date
        and ($5::uuid is null or exists (select from skill s where s.id = $5 and s.level_id = e.level_id))
        and ($6::uuid is null or exists (select from project p where p.id = $6 and p.level_id = e.level_id))
    ), day as (
      ${addToDaysSql('select id, $3::date, $4::int, 1 from allowed')}
    ), of_skill as (
      ${addToSkillsSql('select enrollment_id, $5::uuid, $4::int, 1, date, date from day where $5::uuid is not null')}
    ), of_project as (
      ${addToProjectsSql('select enrollment_id, $6::uuid, $4::int, 1, date from day where $6::uuid is not null')}
    ), entry as (
      insert into study_entry (id, enrollment_id, date, time_zone, minutes, skill_id, project_id, plan_item_id, kind, recall, source, note,
        logged_on, logged_at, changed_at)
      select $1::uuid, enrollment_id, date, $9, $4::int, $5::uuid, $6::uuid, $7::uuid, $13, $14, $15, $8, $12::date, $10::timestamptz, $10::timestamptz
      from day
    ), marked as (
      ${markSql('readiness', 'day.enrollment_id', '$10', 'from day, (select count(*) from of_skill) as summed, (select count(*) from of_project) as summed_too')}
    )
    select minutes, entries from day`,
};
