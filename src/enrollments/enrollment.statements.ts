import type { Statement } from '../platform/database/statements.js';

const OWN = `
  e.id, e.learner_id as "learnerId", e.level_id as "levelId", e.release_id as "releaseId", e.state, e.started_on as "startedOn",
  e.exam_on as "examOn", a.time_zone as "timeZone", e.revision, e.weekly_minutes as "weeklyMinutes"
  from enrollment e join account a on a.id = e.learner_id`;

/** Asked by nearly every request of a learner, so it is a named statement: about a third of the cost of `findOneBy`. */
export const ownEnrollment: Statement = { name: 'own-enrollment', text: `select ${OWN} where e.id = $1 and e.learner_id = $2` };

/** The one predicate of who may read a learner: the learner, and whom `enrollment_reader` names. */
export const readableEnrollment: Statement = {
  name: 'readable-enrollment',
  text: `select ${OWN} where e.id = $1 and (e.learner_id = $2 or exists (select from enrollment_reader r where r.enrollment_id = e.id and r.mentor_id = $2))`,
};

/** For workers, who act for nobody. */
export const enrollmentsById: Statement = { name: 'enrollments-by-id', text: `select ${OWN} where e.id = any($1::uuid[])` };

/** An enrollment as the API shows it; a condition and an order are to be appended. */
export const SHOWN = `
  select e.id, json_build_object('id', a.id, 'name', a.name) as learner,
    json_build_object('id', l.id, 'slug', l.slug, 'title', l.title) as level,
    json_build_object('slug', c.slug, 'title', c.title) as certification,
    r.number as release, e.state, e.started_on as "startedOn", e.exam_on as "examOn", a.time_zone as "timeZone",
    e.weekly_minutes as "weeklyMinutes", e.created_at as "createdAt",
    (select json_build_object('id', m.id, 'name', m.name) from enrollment_reader x join account m on m.id = x.mentor_id
     where x.enrollment_id = e.id and x.reason = 'assigned' limit 1) as mentor
  from enrollment e
  join account a on a.id = e.learner_id
  join level l on l.id = e.level_id
  join release r on r.id = e.release_id
  join certification c on c.id = r.certification_id`;
