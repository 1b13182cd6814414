import { Injectable } from '@nestjs/common';
import { STEADY_BACK_DAYS } from '../plans/planned-days.js';
import type { Person } from '../platform/auth/person.js';
import { Statements } from '../platform/database/statements.js';
import { readCursor, writeCursor } from '../platform/http/cursor.js';
import type { Answer, Received } from '../platform/http/endpoint.contract.js';
import { Clock } from '../platform/time/clock.js';
import type { DayZone } from '../platform/time/day-zone.js';
import { byAttention, learnerRow, LOOK_BACK_DAYS } from './learner-row.js';
import { MOST_LEARNERS, mentoredRows, mentoredZones, type MentoredRow } from './mentored.statements.js';
import type { listLearners } from './mentoring.contract.js';

const TREND_DAYS = 30;
const WEEK = 7;

@Injectable()
export class MentoringService {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /**
   * The learners a mentor may read, those who need attention first. The order is worked out over all of them, who are few; so a cursor is
   * a place in the list, and a page after a change may repeat or skip somebody.
   */
  async learnersOf(mentor: Person, { limit, cursor, search }: Received<typeof listLearners>['query']): Promise<Answer<typeof listLearners>> {
    const all = (await this.mentored(mentor, search)).map(learnerRow).sort(byAttention);
    const start = Math.max(0, Number(readCursor(cursor, 1)?.[0] ?? 0) || 0);
    const end = start + limit;
    return {
      items: all.slice(start, end).map(({ row }) => row),
      nextCursor: end < all.length ? writeCursor([String(end)]) : null,
      needAttention: all.filter(({ row }) => row.needsAttention).length,
    };
  }

  private async mentored(mentor: Person, search: string | undefined): Promise<MentoredRow[]> {
    const zones = await this.statements.run<{ id: string } & DayZone>(mentoredZones, [mentor.id, search || null, MOST_LEARNERS]);
    return this.statements.run<MentoredRow>(mentoredRows, [
      mentor.id,
      zones.map(({ id }) => id),
      zones.map((zone) => this.clock.today(zone)),
      ...[TREND_DAYS, WEEK, LOOK_BACK_DAYS, STEADY_BACK_DAYS],
    ]);
  }
}
