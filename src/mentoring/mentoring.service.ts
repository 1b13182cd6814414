import { Injectable } from '@nestjs/common';
import { STEADY_BACK_DAYS } from '../plans/planned-days.js';
import type { Person } from '../platform/auth/person.js';
import { Statements } from '../platform/database/statements.js';
import { readCursor, writeCursor } from '../platform/http/cursor.js';
import type { Answer, Received } from '../platform/http/endpoint.contract.js';
import { Problem } from '../platform/http/problem.js';
import { notFound } from '../platform/http/problems.contract.js';
import { Clock } from '../platform/time/clock.js';
import { byAttention, learnerRow, LOOK_BACK_DAYS, type Weighed } from './learner-row.js';
import { mentoredRows, mentoredZones, type MentoredRow, type MentoredZone } from './mentored.statements.js';
import type { LearnerRow, listLearners } from './mentoring.contract.js';

const TREND_DAYS = 30;
const WEEK = 7;

@Injectable()
export class MentoringService {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /**
   * The learners a mentor may read, those who need attention first. The order and the counts are worked out over all of them. A cursor is a
   * place in the list, so a page after a change may repeat or skip somebody.
   */
  async learnersOf(mentor: Person, { limit, cursor, search }: Received<typeof listLearners>['query']): Promise<Answer<typeof listLearners>> {
    const zones = await this.statements.run<MentoredZone>(mentoredZones, [mentor.id, search || null, null]);
    const foundIds = new Set(zones.filter(({ isFound }) => isFound).map(({ id }) => id));
    const all = await this.rows(mentor, zones);
    const found = all.filter(({ row }) => foundIds.has(row.enrollmentId)).sort(byAttention);
    const start = Math.max(0, Number(readCursor(cursor, 1)?.[0] ?? 0) || 0);
    const end = start + limit;
    return {
      items: found.slice(start, end).map(({ row }) => row),
      nextCursor: end < found.length ? writeCursor([String(end)]) : null,
      counts: { all: all.length, needAttention: needing(all), found: found.length, foundNeedAttention: needing(found) },
    };
  }

  async learnerOf(mentor: Person, enrollmentId: string): Promise<LearnerRow> {
    const [learner] = await this.rows(mentor, await this.statements.run<MentoredZone>(mentoredZones, [mentor.id, null, enrollmentId]));
    if (!learner) throw new Problem(notFound, 'There is no such learner among those you mentor.');
    return learner.row;
  }

  private async rows(mentor: Person, zones: readonly MentoredZone[]): Promise<Weighed[]> {
    const rows = await this.statements.run<MentoredRow>(mentoredRows, [
      mentor.id,
      zones.map(({ id }) => id),
      zones.map((zone) => this.clock.today(zone)),
      ...[TREND_DAYS, WEEK, LOOK_BACK_DAYS, STEADY_BACK_DAYS],
    ]);
    return rows.map(learnerRow);
  }
}

const needing = (learners: readonly Weighed[]): number => learners.filter(({ row }) => row.needsAttention).length;
