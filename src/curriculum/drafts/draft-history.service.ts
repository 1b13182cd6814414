import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readCursor, writeCursor } from '../../platform/http/cursor.js';
import type { Answer, Received } from '../../platform/http/endpoint.contract.js';
import { Problem } from '../../platform/http/problem.js';
import { notFound } from '../../platform/http/problems.contract.js';
import { toldChanges, toldOf } from '../told-changes.js';
import type { DraftSave, listSaves, Merge, mergeDraft, readSave } from './draft.contract.js';
import type { DraftDocument } from './draft-document.contract.js';
import { findDraft } from './draft-rows.js';
import { asDocument, presentDraft } from './draft-state.js';
import { mergeDrafts } from './merge-drafts.js';

type SaveRow = Omit<DraftSave, 'savedAt'> & { savedAt: Date };

const SAVE = `
  select save.id, save.revision, save.since, save.saved_at as "savedAt", save.how,
    case when account.id is not null then json_build_object('id', account.id, 'name', account.name) end as "savedBy"`;
const OF_DRAFT = `from draft_save save left join account on account.id = save.saved_by where save.slug = $1`;

/** What drafts were, and what becomes of two works on one. */
@Injectable()
export class DraftHistoryService {
  constructor(private readonly database: DataSource) {}

  async saves(slug: string, { limit, cursor }: Received<typeof listSaves>['query']): Promise<Answer<typeof listSaves>> {
    presentDraft(await findDraft(this.database.manager, slug));
    const before = readCursor(cursor, 3) ?? [null, null, null];
    // One that was set aside stands above the revision that it came too late for.
    const rows = await this.database.query<SaveRow[]>(
      `${SAVE} ${OF_DRAFT} and ($2::int is null or (save.revision, (save.how = 'set-aside')::int, save.id) < ($2, $3::int, $4::uuid))
       order by save.revision desc, (save.how = 'set-aside')::int desc, save.id desc limit $5`,
      [slug, ...before, limit + 1],
    );
    const items = rows.slice(0, limit).map((row) => ({ ...row, savedAt: row.savedAt.toISOString() }));
    const last = items.at(-1);
    return { items, nextCursor: rows.length > limit && last ? writeCursor([last.revision, Number(last.how === 'set-aside'), last.id]) : null };
  }

  /** @param which its revision on the main line, or its id */
  async read(slug: string, which: number | string): Promise<Answer<typeof readSave>> {
    const now = presentDraft(await findDraft(this.database.manager, slug));
    const save = await this.save(slug, which);
    return { ...save, savedAt: save.savedAt.toISOString(), changes: toldChanges(asDocument(save.document), asDocument(now.document)) };
  }

  async merge(slug: string, { since, document, theirs }: Received<typeof mergeDraft>['body']): Promise<Merge> {
    const now = presentDraft(await findDraft(this.database.manager, slug));
    const base = asDocument((await this.save(slug, since)).document);
    const sides = { mine: asDocument(document), theirs: asDocument(now.document) };
    const merged = mergeDrafts(base, sides, new Set(theirs));
    return {
      revision: now.revision,
      savedBy: now.saver,
      document: merged.document as unknown as DraftDocument,
      mine: toldOf(merged.mine, base, sides.mine),
      theirs: toldOf(merged.theirs, base, sides.theirs),
      conflicts: merged.conflicts.map(({ key, mine: one, theirs: other }) => {
        const [mine] = toldOf([one], base, sides.mine);
        const [others] = toldOf([other], base, sides.theirs);
        return { key, mine: mine!, theirs: others! };
      }),
    };
  }

  private async save(slug: string, which: number | string): Promise<SaveRow & { document: DraftDocument }> {
    const isThat = typeof which === 'number' ? `save.revision = $2 and save.how <> 'set-aside'` : 'save.id = $2';
    const [row] = await this.database.query<(SaveRow & { document: DraftDocument })[]>(`${SAVE}, save.document ${OF_DRAFT} and ${isThat}`, [slug, which]);
    if (!row) throw new Problem(notFound, `There is no save ${which} of this draft.`);
    return row;
  }
}
