import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Statements } from '../../platform/database/statements.js';
import { Clock } from '../../platform/time/clock.js';
import { Worklist } from '../../platform/worklist/worklist.js';
import { dueRow, dueRows, saveOf, type DuePlace, type DueRow } from './sweep-rows.js';
import type { Swept } from './swept.js';

/** What the sweep reads and writes: readiness' own tables, and marks. */
@Injectable()
export class SweepStore {
  constructor(
    private readonly statements: Statements,
    private readonly database: DataSource,
    private readonly worklist: Worklist,
    private readonly clock: Clock,
  ) {}

  /** Rows of a share that are due, the page after a place. */
  async dueAfter({ nextDueAt, enrollmentId }: DuePlace, shard: number, limit: number): Promise<DueRow[]> {
    const rows = await this.statements.texts(dueRows, [shard, this.clock.now().toString(), nextDueAt, enrollmentId, limit]);
    return rows.map(dueRow);
  }

  /** Answers the ids of those that were written: what was computed anew meanwhile is not. */
  async save(swept: readonly Swept[]): Promise<string[]> {
    if (swept.length === 0) return [];
    const saved = await this.statements.texts(...saveOf(swept, this.clock.now().toString()));
    return saved.map(([enrollmentId]) => enrollmentId!);
  }

  /** Has them worked out from all that is known. */
  async markAll(enrollmentIds: readonly string[]): Promise<void> {
    if (enrollmentIds.length > 0) await this.database.transaction((tx) => this.worklist.markAll(tx, 'readiness', enrollmentIds));
  }
}
