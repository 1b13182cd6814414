import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DraftState } from './draft.contract.js';
import type { DraftCounts } from './draft-counts.js';
import { findDraft } from './draft-rows.js';
import { stateOf } from './draft-state.js';

/** How many faults and changes drafts have: worked out once for each save, for to check and compare a large document takes tens of milliseconds. */
@Injectable()
export class DraftCountsService {
  constructor(private readonly database: DataSource) {}

  /** Remembers what a draft was just found to have. */
  async keep({ slug, revision, release, faults, changes }: DraftState): Promise<DraftCounts> {
    const counts = { faults: faults.length, changes: changes.length };
    await this.database.query('update draft set counted_revision = $2, counted_release = $3, faults = $4, changes = $5 where slug = $1 and revision = $2', [
      ...[slug, revision, release],
      ...[counts.faults, counts.changes],
    ]);
    return counts;
  }

  /** Those of each row: the ones it has, else worked out now. */
  async fill<Row extends { slug: string; counts: DraftCounts | null }>(rows: readonly Row[]): Promise<(Omit<Row, 'counts'> & DraftCounts)[]> {
    const filled: (Omit<Row, 'counts'> & DraftCounts)[] = [];
    for (const { counts, ...row } of rows) filled.push({ ...row, ...(counts ?? (await this.count(row.slug))) });
    return filled;
  }

  private async count(slug: string): Promise<DraftCounts> {
    const draft = await findDraft(this.database.manager, slug);
    return draft ? this.keep(stateOf(draft)) : { faults: 0, changes: 0 };
  }
}
