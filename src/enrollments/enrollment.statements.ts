import type { Statement } from '../platform/database/statements.js';
import { READERS } from './readers/readers.sql.js';
import { OPEN_END } from './study-time.js';

/** Minutes of the dates that differ from the usual week: `StudyTime.exceptions`. */
const EXCEPTIONS = `(
    select coalesce(json_object_agg(x.date, x.minutes), '{}') from availability_exception x where x.enrollment_id = e.id)`;

/** Breaks that were planned and pauses, as spans with both ends: `StudyTime.breaks`. A pause without an end lasts for ever so far. */
const BREAKS = `(
    select coalesce(json_agg(json_build_object('fromOn', b.from_on, 'toOn', b.to_on) order by b.from_on), '[]')
    from (
      select from_on, to_on from study_break where enrollment_id = e.id
      union all
      select from_on, coalesce(coalesce(ended_on, until_on) - 1, date '${OPEN_END}') from pause
      where enrollment_id = e.id and (ended_on is null or ended_on > from_on)
    ) b)`;

/** What `StudyTime` is read from, of an enrollment `e`: for statements of features above. */
export const STUDY_TIME = { weeklyMinutes: 'e.weekly_minutes', exceptions: EXCEPTIONS, breaks: BREAKS };

const PACE = `json_build_object('mostMinutesADay', e.most_minutes_a_day, 'shortestSessionMinutes', e.shortest_session_minutes)`;

/** `OwnEnrollment`, of an enrollment `e` and its learner's account `a`. */
const OWN: Record<string, string> = {
  id: 'e.id',
  learnerId: 'e.learner_id',
  levelId: 'e.level_id',
  releaseId: 'e.release_id',
  state: 'e.state',
  startedOn: 'e.started_on',
  examOn: 'e.exam_on',
  examDateIsProposed: 'e.exam_set_at is null',
  timeZone: 'a.time_zone',
  dayStartMinutes: 'a.day_start_minutes',
  revision: 'e.revision',
  pace: PACE,
  ...STUDY_TIME,
};

const asColumns = (members: Record<string, string>) =>
  Object.entries(members)
    .map(([name, sql]) => `${sql} as "${name}"`)
    .join(', ');
const asMembers = (members: Record<string, string>) =>
  Object.entries(members)
    .map(([name, sql]) => `'${name}', ${sql}`)
    .join(', ');

/** The arguments of `json_build_object` for an `OwnEnrollment`: for a statement that answers a whole page. */
export const OWN_AS_JSON = asMembers(OWN);
/** The same for a `StudyTime`. */
export const STUDY_TIME_AS_JSON = asMembers(STUDY_TIME);

const OWN_ROWS = `select ${asColumns(OWN)} from enrollment e join account a on a.id = e.learner_id`;

/** Asked by nearly every request of a learner, so it is a named statement: about a third of the cost of `findOneBy`. */
export const ownEnrollment: Statement = { name: 'own-enrollment', text: `${OWN_ROWS} where e.id = $1 and e.learner_id = $2` };

/** Who may read an enrollment: its learner, and its readers. */
export const readableEnrollment: Statement = {
  name: 'readable-enrollment',
  text: `${OWN_ROWS} where e.id = $1 and (e.learner_id = $2 or exists (select from ${READERS} r where r.enrollment_id = e.id and r.mentor_id = $2))`,
};

/** For workers, who act for nobody. */
export const enrollmentsById: Statement = { name: 'enrollments-by-id', text: `${OWN_ROWS} where e.id = any($1::uuid[])` };

/** An enrollment as the API shows it; a condition and an order are to be appended. */
export const SHOWN = `
  select e.id, json_build_object('id', a.id, 'name', a.name) as learner,
    json_build_object('id', l.id, 'slug', l.slug, 'title', l.title) as level,
    json_build_object('slug', c.slug, 'title', c.title) as certification,
    r.number as release, e.state, e.started_on as "startedOn", e.exam_on as "examOn", e.exam_set_at is null as "examDateIsProposed",
    a.time_zone as "timeZone", a.day_start_minutes as "dayStartMinutes", e.weekly_minutes as "weeklyMinutes", e.created_at as "createdAt",
    ${PACE} as pace,
    (select json_build_object('fromOn', p.from_on, 'untilOn', p.until_on)
     from pause p where p.enrollment_id = e.id and p.ended_at is null) as pause,
    (select o.valid_until from outcome o where o.enrollment_id = e.id and o.result = 'passed' order by o.taken_on desc, o.recorded_at desc limit 1)
      as "certificateUntil",
    (select json_build_object('id', m.id, 'name', m.name) from ${READERS} x join account m on m.id = x.mentor_id
     where x.enrollment_id = e.id and x.reason = 'assigned' limit 1) as mentor
  from enrollment e
  join account a on a.id = e.learner_id
  join level l on l.id = e.level_id
  join release r on r.id = e.release_id
  join certification c on c.id = r.certification_id`;
