import type { Statement } from '../../platform/database/statements.js';
import { DUE_COLUMNS } from './sweep-rows.js';

/** Parameters: the UTC date, until when it is claimed, now. Nothing where it is done, or somebody else is at it. */
export const claimCheck: Statement = {
  name: 'readiness-check-claim',
  text: `
    insert into readiness_check as c (checked_on, claimable_at) values ($1::date, $2::timestamptz)
    on conflict (checked_on) do update set claimable_at = excluded.claimable_at where c.finished_at is null and c.claimable_at <= $3::timestamptz
    returning checked_on`,
};

/** Rows that ought to know all: of today, and without a mark. At random, or these. Parameters: now, how many at most, enrollment ids or null. */
export const checkedRows: Statement = {
  name: 'readiness-check-rows',
  text: `
    select ${DUE_COLUMNS} from readiness r join readiness_basis b using (enrollment_id)
    where r.enrollment_id in (
        select s.enrollment_id from readiness s
        where s.next_due_at > $1::timestamptz and ($3::uuid[] is null or s.enrollment_id = any($3::uuid[]))
          and not exists (select from work where kind = 'readiness' and subject_id = s.enrollment_id)
        order by random() limit $2)`,
};

/** Parameters: the UTC date, now, how many were looked at, how many differed. */
export const finishCheck: Statement = {
  name: 'readiness-check-finish',
  text: 'update readiness_check set finished_at = $2::timestamptz, sampled = $3, differing = $4 where checked_on = $1::date',
};
