import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Person } from '../../platform/auth/person.js';
import { readCursor, writeCursor } from '../../platform/http/cursor.js';
import { EnrollmentsService } from '../enrollments.service.js';
import { changeWords, type ChangeKind } from './change-words.js';
import type { EnrollmentChange } from './life.contract.js';

type Row = Omit<EnrollmentChange, 'changedAt' | 'words'> & { changedAt: Date; what: ChangeKind; became: string };

/** An enrollment's history, for its learner and whoever may read it. */
@Injectable()
export class EnrollmentHistoryService {
  constructor(
    private readonly database: DataSource,
    private readonly enrollments: EnrollmentsService,
  ) {}

  async list(
    person: Person,
    enrollmentId: string,
    { limit, cursor }: { limit: number; cursor?: string | undefined },
  ): Promise<{ items: EnrollmentChange[]; nextCursor: string | null }> {
    const { learnerId } = await this.enrollments.readableBy(person, enrollmentId);
    const isOwn = learnerId === person.id;
    const [before = null] = readCursor(cursor, 1) ?? [];
    const rows = await this.database.query<Row[]>(
      `select c.id, c.changed_at as "changedAt", c.what, coalesce(mentor.name, c.became) as became, c.note,
         case when a.id is not null then json_build_object('id', a.id, 'name', a.name) end as "changedBy"
       from enrollment_change c
       left join account a on a.id = c.changed_by
       left join account mentor on c.what = 'mentor' and mentor.id::text = c.became
       where c.enrollment_id = $1 and ($2::uuid is null or c.id < $2) order by c.id desc limit $3`,
      [enrollmentId, before, limit + 1],
    );
    const items = rows.slice(0, limit).map(({ became, changedAt, note, ...row }) => ({
      ...row,
      changedAt: changedAt.toISOString(),
      words: changeWords({ what: row.what, became, isOwn }),
      note: isOwn ? note : '',
    }));
    const last = items.at(-1);
    return { items, nextCursor: rows.length > limit && last ? writeCursor([last.id]) : null };
  }
}
