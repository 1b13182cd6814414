import type { DataSource } from 'typeorm';

/** What a learner of the demo school did and what is planned for them, in days back from today; nothing else of it names a date. */
export async function storyOf(database: DataSource, email: string): Promise<Record<string, unknown>> {
  const [story] = await database.query<[Record<string, unknown>]>(STORY, [email]);
  return story;
}

const STORY = `
  with it as (
    select e.id, e.started_on, e.exam_on, r.computed_for as today, r.score, a.time_zone
    from account a join enrollment e on e.learner_id = a.id join readiness r on r.enrollment_id = e.id
    where a.email_key = $1)
  select
    it.today - it.started_on as "enrolledDaysAgo",
    it.exam_on - it.today as "examInDays",
    it.score,
    (select json_agg(json_build_array(it.today - date, s.minutes, s.kind, s.recall, s.note, coalesce(skill.slug, project.slug)) order by date desc, s.id)
     from study_entry s left join skill on skill.id = s.skill_id left join project on project.id = s.project_id
     where s.enrollment_id = it.id) as studied,
    (select json_agg(json_build_array(it.today - (submitted_at at time zone it.time_zone)::date, project.slug, v.number, v.state) order by submitted_at)
     from evidence v join project on project.id = v.project_id where v.enrollment_id = it.id) as submitted,
    (select json_agg(json_build_array(it.today - (reviewed_at at time zone it.time_zone)::date, r.verdict) order by reviewed_at)
     from review r join evidence v on v.id = r.evidence_id where v.enrollment_id = it.id) as reviewed,
    (select json_agg(json_build_array(it.today - taken_on, items_right, items_asked) order by taken_on)
     from practice_result where enrollment_id = it.id) as practiced,
    (select json_agg(json_build_array(date - it.today, kind, title, minutes) order by date, position)
     from plan_item where enrollment_id = it.id) as planned
  from it`;
