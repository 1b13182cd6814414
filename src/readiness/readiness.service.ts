import { Injectable } from '@nestjs/common';
import { EnrollmentsService } from '../enrollments/enrollments.service.js';
import type { Person } from '../platform/auth/person.js';
import { Statements } from '../platform/database/statements.js';
import { Clock } from '../platform/time/clock.js';
import { daysBefore } from '../platform/time/local-date.js';
import { changeSince } from './change.js';
import type { Readiness } from './readiness.contract.js';
import type { ReadinessDetail } from './readiness.entity.js';
import { MODEL } from './readiness-model.js';
import { readinessPage } from './readiness-rows.js';

const MOST_POINTS = 400;
const WEEK = 7;

interface Page {
  latest:
    | (Pick<Readiness, 'score' | 'low' | 'high' | 'band' | 'model'> & {
        state: 'too-early' | 'computed';
        detail: ReadinessDetail;
        computedAt: string;
        coversUntil: string;
      })
    | null;
  scoreAWeekAgo: number | null;
  history: Readiness['history'];
}

/** Before the worker has come to it. */
const COMPUTING = {
  ...{ state: 'computing', score: null, low: null, high: null, band: 'too-early', wanting: null, change: null, computedAt: null, coversUntil: null },
  ...{ model: MODEL, skills: [], nextActions: [] },
} as const satisfies Partial<Readiness>;

@Injectable()
export class ReadinessService {
  constructor(
    private readonly enrollments: EnrollmentsService,
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  async read(person: Person, enrollmentId: string): Promise<Readiness> {
    const enrollment = await this.enrollments.readableBy(person, enrollmentId);
    const weekAgo = daysBefore(this.clock.today(enrollment), WEEK);
    const [row] = await this.statements.run<{ page: Page }>(readinessPage, [enrollmentId, weekAgo, MOST_POINTS]);
    const { latest, scoreAWeekAgo, history } = row?.page ?? { latest: null, scoreAWeekAgo: null, history: [] };
    if (!latest) return { ...COMPUTING, skills: [], nextActions: [], enrollmentId, history };
    const { detail, computedAt, coversUntil, ...sums } = latest;
    return {
      ...sums,
      ...detail,
      enrollmentId,
      change: changeSince(scoreAWeekAgo, latest.score),
      computedAt: new Date(computedAt).toISOString(),
      coversUntil: new Date(coversUntil).toISOString(),
      history,
    };
  }
}
