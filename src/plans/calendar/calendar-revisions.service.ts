import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { visibleText, type RevisedEvent } from '../../platform/icalendar/write-calendar.js';
import { Clock } from '../../platform/time/clock.js';
import type { CalendarEntry } from './calendar-entries.js';

interface Revision {
  sourceId: string;
  fingerprint: string;
  revisedAt: Date;
}

/** Knows since when each event is what it is: calendar programs take an event over only where its revision has grown. */
@Injectable()
export class CalendarRevisions {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The events with their revisions; what differs from what was shown last gets a new one. */
  async revised(entries: readonly CalendarEntry[]): Promise<RevisedEvent[]> {
    const seen = entries.map((entry) => ({ ...entry, fingerprint: createHash('sha256').update(visibleText(entry.event)).digest('base64url') }));
    const known = await this.known(entries);
    const changed = seen.filter(({ sourceId, fingerprint }) => known.get(sourceId)?.fingerprint !== fingerprint);
    for (const revision of await this.keep(changed)) known.set(revision.sourceId, revision);
    return seen.map(({ sourceId, event }) => ({ ...event, revisedMs: known.get(sourceId)?.revisedAt.getTime() ?? missing(sourceId) }));
  }

  private async known(entries: readonly CalendarEntry[]): Promise<Map<string, Revision>> {
    const enrollmentIds = [...new Set(entries.map(({ enrollmentId }) => enrollmentId))];
    const rows = await this.database.query<Revision[]>(
      `select source_id as "sourceId", fingerprint, revised_at as "revisedAt" from calendar_event where enrollment_id = any($1::uuid[])`,
      [enrollmentIds],
    );
    return new Map(rows.map((row) => [row.sourceId, row]));
  }

  /** In one order, so that two programs that ask at once do not wait for each other in a circle. */
  private async keep(changed: readonly (CalendarEntry & { fingerprint: string })[]): Promise<Revision[]> {
    if (changed.length === 0) return [];
    const now = new Date(this.clock.now().epochMilliseconds);
    return this.database.transaction(async (tx) => {
      // What a plan no longer holds comes back only where a change of the plan is undone.
      await tx.query(
        `delete from calendar_event e where enrollment_id = any($1::uuid[]) and source_id <> enrollment_id and revised_at < $2::timestamptz - interval '90 days'
           and not exists (select from plan_item p where p.id = e.source_id) and not exists (select from fixed_date f where f.id = e.source_id)`,
        [[...new Set(changed.map(({ enrollmentId }) => enrollmentId))], now],
      );
      return tx.query<Revision[]>(
        `insert into calendar_event as e (enrollment_id, source_id, fingerprint, revised_at)
         select enrollment_id, source_id, fingerprint, $4 from unnest($1::uuid[], $2::uuid[], $3::text[]) as seen (enrollment_id, source_id, fingerprint)
         order by enrollment_id, source_id
         on conflict (enrollment_id, source_id) do update set fingerprint = excluded.fingerprint,
           revised_at = case when e.fingerprint = excluded.fingerprint then e.revised_at else greatest(excluded.revised_at, e.revised_at + interval '1 second') end
         returning source_id as "sourceId", fingerprint, revised_at as "revisedAt"`,
        [changed.map(({ enrollmentId }) => enrollmentId), changed.map(({ sourceId }) => sourceId), changed.map(({ fingerprint }) => fingerprint), now],
      );
    });
  }
}

function missing(sourceId: string): never {
  throw new Error(`the calendar event ${sourceId} was kept and has no revision`);
}
