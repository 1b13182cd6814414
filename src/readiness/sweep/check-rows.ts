import type { Statement } from '../../platform/database/statements.js';
import { DUE_COLUMNS } from './sweep-rows.js';

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
