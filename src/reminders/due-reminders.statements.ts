import type { Statement } from '../platform/database/statements.js';
import { STUDY_TIME_AS_JSON } from '../enrollments/enrollment.statements.js';
import type { StudyTime } from '../enrollments/study-time.js';
import type { EnrollmentDay } from './decide-reminder.js';

/** A rule whose time has come, with whom it is about. */
export interface DueRule {
  accountId: string;
  localTime: string;
  dueAt: Date;
  timeZone: string;
  dayStartMinutes: number;
  name: string;
  email: string;
  emailConfirmedAt: Date | null;
}

/**
 * Takes rules that are due; nobody else gets them until `$2`, and no lock is held while they are decided.
 *
 * Parameters: now, claimed until, how many.
 */
export const claimDueRules: Statement = {
  name: 'reminder-rules-claim',
  text: `
    with due as materialized (
      select r.account_id from reminder_rule r join account on account.id = r.account_id and account.deactivated_at is null
      where r.next_due_at <= $1::timestamptz and (r.claimed_until is null or r.claimed_until <= $1::timestamptz)
      order by r.next_due_at limit $3 for update of r skip locked
    )
    update reminder_rule r set claimed_until = $2::timestamptz
    from due join account a on a.id = due.account_id
    where r.account_id = due.account_id
    returning r.account_id as "accountId", r.local_time as "localTime", r.next_due_at as "dueAt",
      a.time_zone as "timeZone", a.day_start_minutes as "dayStartMinutes", a.name, a.email, a.email_confirmed_at as "emailConfirmedAt"`,
};

/** One person's enrollments on their date. */
export interface PersonDay {
  accountId: string;
  days: (Omit<EnrollmentDay, 'off'> & { time: StudyTime })[];
}

/**
 * What was planned and logged on a date of each person's own, by active enrollment. An item is done when its minutes were logged for it,
 * on whatever date.
 *
 * Parameters: account ids, and for each the date.
 */
export const daysOfPeople: Statement = {
  name: 'reminder-days',
  text: `
    select e.learner_id as "accountId", json_agg(json_build_object(
      'enrollmentId', e.id, 'level', l.title, 'examOn', e.exam_on, 'time', json_build_object(${STUDY_TIME_AS_JSON}),
      'studied', exists (select from study_day d where d.enrollment_id = e.id and d.date = person.date and d.minutes > 0),
      'items', (
        select coalesce(json_agg(json_build_object('title', i.title, 'minutes', i.minutes, 'done', i.minutes <= (
          select coalesce(sum(s.minutes), 0) from study_entry s
          where s.enrollment_id = e.id and s.plan_item_id = i.id and s.deleted_at is null)) order by i.position), '[]')
        from plan_item i where i.enrollment_id = e.id and i.date = person.date)
      ) order by e.exam_on, e.id) as days
    from unnest($1::uuid[], $2::date[]) as person (account_id, date)
    join enrollment e on e.learner_id = person.account_id and e.state = 'active'
    join level l on l.id = e.level_id
    group by e.learner_id`,
};
