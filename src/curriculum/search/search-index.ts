import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CurriculumDocument } from '../curriculum-document.contract.js';
import { indexRelease } from './index-release.js';

const behind = `
  from certification
       join release on release.certification_id = certification.id and release.number = certification.current_release_number
  where not exists (
    select from curriculum_passage passage
    where passage.certification_id = certification.id and passage.release_number = release.number
  )`;

/** Publishing keeps what can be found up to date; this is for what was published by a Daymark that did not know how. */
@Injectable()
export class SearchIndex {
  constructor(private readonly database: DataSource) {}

  /** Makes what is found anew wherever it is not of the current release. Any number of processes may start at once: the row's lock lets one do it. */
  async catchUp(): Promise<void> {
    const ids = await this.database.query<{ id: string }[]>(`select certification.id ${behind}`);
    for (const { id } of ids) {
      await this.database.transaction(async (tx) => {
        // A lock first, by a statement of its own, so that the next one sees what its holder before wrote.
        await tx.query('select from certification where id = $1 for update', [id]);
        const [row] = await tx.query<{ document: CurriculumDocument }[]>(`select release.document ${behind} and certification.id = $1`, [id]);
        if (row) await indexRelease(tx, id, row.document);
      });
    }
  }
}
