import { STUDY_TIME_AS_JSON } from '../enrollments/enrollment.statements.js';
import { READERS } from '../enrollments/readers/readers.sql.js';
import type { StudyTime } from '../enrollments/study-time.js';
import type { Statement } from '../platform/database/statements.js';
import type { DayZone } from '../platform/time/day-zone.js';
import type { LocalDate } from '../platform/time/time.contract.js';
import type { Band } from '../readiness/readiness.contract.js';

export interface MentoredZone extends DayZone {
  id: string;
  /** Whether the name matches the search; true without one. */
  isFound: boolean;
}

/**
 * Zones come first, because local dates are worked out in Node. All learners of the mentor are answered, whether the search finds them or not,
 * because the totals count them all. Parameters: mentor id, part of a name or null, an enrollment id or null for all.
 */
export const mentoredZones: Statement = {
  name: 'mentored-zones',
  text: `
    select e.id, a.time_zone as "timeZone", a.day_start_minutes as "dayStartMinutes",
      $2::text is null or strpos(a.name_key, search_key($2)) > 0 as "isFound"
    from ${READERS} r join enrollment e on e.id = r.enrollment_id join account a on a.id = e.learner_id
    where r.mentor_id = $1 and e.state not in ('withdrawn', 'expired') and ($3::uuid is null or e.id = $3)`,
};

/** One mentored enrollment, as the statement below answers it. */
export interface MentoredRow {
  enrollmentId: string;
  name: string;
  /** Whether the account is deactivated: then the learner cannot sign in. */
  isDeactivated: boolean;
  levelSlug: string;
  levelTitle: string;
  state: string;
  startedOn: LocalDate;
  examOn: LocalDate;
  today: LocalDate;
  score: number | null;
  low: number | null;
  high: number | null;
  /** Null before the worker has computed it. */
  band: Band | null;
  /** Of passing on the exam date; null where there is none to speak of. */
  probability: number | null;
  probabilityLow: number | null;
  probabilityHigh: number | null;
  scoreAWeekAgo: number | null;
  trend: number[];
  lastStudiedOn: LocalDate | null;
  /** Which days they have time on. */
  time: StudyTime;
  plannedDates: LocalDate[];
  studyDates: LocalDate[];
  plannedMinutes: number;
  loggedMinutes: number;
}

/**
 * What a mentor's board says of many learners, in one round trip: every part comes from the front of an index that begins with the
 * enrollment. Who may be read is decided again here, so that ids alone open nothing.
 *
 * Parameters: mentor id, enrollment ids, today of each, and days back for the trend, for a week, for the look back, for the streak.
 */
export const mentoredRows: Statement = {
  name: 'mentored-rows',
  text: `
    select e.id as "enrollmentId", a.name, a.deactivated_at is not null as "isDeactivated", l.slug as "levelSlug", l.title as "levelTitle", e.state, e.started_on as "startedOn",
      e.exam_on as "examOn", json_build_object(${STUDY_TIME_AS_JSON}) as time, asked.today, readiness.score, readiness.low, readiness.high, readiness.band,
      readiness.probability, readiness.probability_low as "probabilityLow", readiness.probability_high as "probabilityHigh",
      (select score from readiness_snapshot s where s.enrollment_id = e.id and s.date <= asked.today - $5::int order by date desc limit 1) as "scoreAWeekAgo",
      (select coalesce(json_agg(score order by date), '[]') from readiness_snapshot s
       where s.enrollment_id = e.id and s.date > asked.today - $4::int and score is not null) as trend,
      (select max(date) from study_day d where d.enrollment_id = e.id and d.minutes > 0) as "lastStudiedOn",
      (select coalesce(json_agg(distinct date), '[]') from plan_item i
       where i.enrollment_id = e.id and i.date between asked.today - $7::int and asked.today) as "plannedDates",
      (select coalesce(json_agg(date order by date), '[]') from study_day d
       where d.enrollment_id = e.id and d.minutes > 0 and d.date >= asked.today - $7::int) as "studyDates",
      (select coalesce(sum(minutes), 0)::int from plan_item i
       where i.enrollment_id = e.id and i.date > asked.today - $6::int and i.date < asked.today) as "plannedMinutes",
      (select coalesce(sum(minutes), 0)::int from study_day d
       where d.enrollment_id = e.id and d.date > asked.today - $6::int) as "loggedMinutes"
    from unnest($2::uuid[], $3::date[]) as asked (id, today)
    join enrollment e on e.id = asked.id
    join ${READERS} r on r.enrollment_id = e.id and r.mentor_id = $1
    join account a on a.id = e.learner_id
    join level l on l.id = e.level_id
    left join readiness on readiness.enrollment_id = e.id`,
};
