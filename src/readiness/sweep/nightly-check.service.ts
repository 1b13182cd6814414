import { Injectable, Logger } from '@nestjs/common';
import { Counter } from 'prom-client';
import { Statements } from '../../platform/database/statements.js';
import { Measures } from '../../platform/health/measures.js';
import { Clock } from '../../platform/time/clock.js';
import { Recompute } from '../recompute.service.js';
import { checkedRows } from './check-rows.js';
import { SweepGrounds } from './sweep-ground.js';
import type { SweepProgress } from './sweep.contract.js';
import { dueRow, type DueRow } from './sweep-rows.js';
import { SweepStore } from './sweep-store.service.js';

/** So many rows a night. */
const SAMPLE = 300;
/** A log line names so many of those that differ. */
const MOST_NAMED = 10;

/** What a night's check found, as it is kept and shown. */
export type Checked = Omit<NonNullable<SweepProgress['check']>, 'on'>;

/** Holds what the sweep says against what all that is known says, for a sample of rows each night: what differs is worked out from all. */
@Injectable()
export class NightlyCheck {
  private readonly logger = new Logger(NightlyCheck.name);
  private readonly differences: Counter;

  constructor(
    private readonly recompute: Recompute,
    private readonly grounds: SweepGrounds,
    private readonly store: SweepStore,
    private readonly statements: Statements,
    private readonly clock: Clock,
    measures: Measures,
  ) {
    this.differences = measures.counter('daymark_readiness_differences', 'Rows of readiness that the nightly check had worked out anew');
  }

  /** What differs is marked. Twice it changes nothing. */
  async run(): Promise<Checked> {
    const rows = await this.rows(SAMPLE, null);
    const differing = await this.differingOf(rows);
    if (differing.length > 0) {
      this.logger.error(
        { count: differing.length, enrollments: differing.slice(0, MOST_NAMED) },
        'readiness differs from what all that is known says; it is worked out anew',
      );
      this.differences.inc(differing.length);
      await this.store.markAll(differing);
    }
    return { sampled: rows.length, differing: differing.length };
  }

  /** Ids of those that differ, and were not changed meanwhile. */
  async differingOf(rows: readonly DueRow[]): Promise<string[]> {
    const [ground, now] = [this.grounds.anew(), this.clock.now()];
    await ground.prepare(rows);
    const all = new Map(
      (
        await this.recompute.fromAll(
          rows.map(({ enrollmentId }) => enrollmentId),
          now,
        )
      ).map((each) => [each.enrollmentId, each]),
    );
    const differing = rows.filter((row) => {
      const other = all.get(row.enrollmentId);
      return other && !ground.agrees(row, other, now);
    });
    if (differing.length === 0) return [];
    const ids = differing.map(({ enrollmentId }) => enrollmentId);
    const versions = new Map((await this.rows(ids.length, ids)).map(({ enrollmentId, version }) => [enrollmentId, version]));
    return differing.filter(({ enrollmentId, version }) => versions.get(enrollmentId) === version).map(({ enrollmentId }) => enrollmentId);
  }

  /** A sample, or these, as far as nothing is to be done for them. */
  async rows(most: number, ids: readonly string[] | null): Promise<DueRow[]> {
    return (await this.statements.texts(checkedRows, [this.clock.now().toString(), most, ids])).map(dueRow);
  }
}
