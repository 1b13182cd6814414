import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { DataSource } from 'typeorm';
import { EnrollmentsService } from '../enrollments/enrollments.service.js';
import type { Person } from '../platform/auth/person.js';
import { readCursor, writeCursor } from '../platform/http/cursor.js';
import { Clock } from '../platform/time/clock.js';
import type { StudyDay, StudyEntry } from './progress.contract.js';
import { asEntry, ENTRY, type EntryRow } from './shown-entry.js';

type ListedEntry = Omit<StudyEntry, 'day'>;

/** What was logged, for the learner and those who may read them. */
@Injectable()
export class StudyHistoryService {
  constructor(
    private readonly enrollments: EnrollmentsService,
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Entries that stand, the latest day first, the latest logged first within it. */
  async entries(
    person: Person,
    enrollmentId: string,
    { limit, cursor, date }: { limit: number; cursor?: string | undefined; date?: string | undefined },
  ): Promise<{ items: ListedEntry[]; nextCursor: string | null }> {
    await this.enrollments.readableBy(person, enrollmentId);
    const before = readCursor(cursor, 3) ?? [null, null, null];
    const rows = await this.database.query<Omit<EntryRow, 'day'>[]>(
      `select ${ENTRY} from study_entry e
       where e.enrollment_id = $1 and e.deleted_at is null and ($2::date is null or e.date = $2)
         and ($3::date is null or (e.date, e.logged_at, e.id) < ($3, $4::timestamptz, $5::uuid))
       order by e.date desc, e.logged_at desc, e.id desc limit $6`,
      [enrollmentId, date ?? null, ...before, limit + 1],
    );
    const items = rows.slice(0, limit).map((row) => asEntry(row));
    const last = items.at(-1);
    return { items, nextCursor: rows.length > limit && last ? writeCursor([last.date, last.loggedAt, last.id]) : null };
  }

  /** Study days of a span, a year back unless said; at most one row a day, so there is no further page. */
  async days(
    person: Person,
    enrollmentId: string,
    { from, to }: { from?: string | undefined; to?: string | undefined },
  ): Promise<{ items: StudyDay[]; nextCursor: null; totalMinutes: number; totalDays: number }> {
    const today = this.clock.today(await this.enrollments.readableBy(person, enrollmentId));
    const span = [from ?? Temporal.PlainDate.from(today).subtract({ years: 1 }).toString(), to ?? today];
    const items = await this.database.query<StudyDay[]>(
      'select date, minutes, entries from study_day where enrollment_id = $1 and date between $2 and $3 order by date limit 4000',
      [enrollmentId, ...span],
    );
    const [total] = await this.database.query<{ minutes: number; days: number }[]>(
      'select coalesce(sum(minutes), 0)::int as minutes, count(*)::int as days from study_day where enrollment_id = $1',
      [enrollmentId],
    );
    return { items, nextCursor: null, totalMinutes: total?.minutes ?? 0, totalDays: total?.days ?? 0 };
  }
}
