import type { EntityManager } from 'typeorm';
import { isSame } from '../curriculum-diff.js';
import type { CurriculumDocument } from '../curriculum-document.contract.js';
import { DraftDocument } from './draft-document.contract.js';
import { addSave, findDraft } from './draft-rows.js';
import { asDocument } from './draft-state.js';
import { mergeDrafts } from './merge-drafts.js';

export interface Published {
  /** The release before; nothing but its slug for the first. */
  before: CurriculumDocument | null;
  after: CurriculumDocument;
  by: string | null;
  /** An instant. */
  at: string;
  /** Whether it was this draft that was published. */
  isDraft: boolean;
}

/**
 * Brings a release that was just published into the draft of its certification, in the same transaction, so that publishing the draft
 * later takes nothing back. Where both changed the same, what the draft has stays, for it is the later work.
 */
export async function followRelease(tx: EntityManager, { before, after, by, at, isDraft }: Published): Promise<void> {
  const { slug } = after;
  // Held until the release stands: a save that comes meanwhile waits, and is told that the draft has moved on.
  await tx.query('select from draft where slug = $1 for update', [slug]);
  const draft = await findDraft(tx, slug);
  if (!draft || draft.discarded) return;
  const base = before ?? asDocument(DraftDocument.parse({ slug }));
  const document = isDraft ? after : mergeDrafts(base, { mine: asDocument(draft.document), theirs: after }).document;
  if (isSame(document, draft.document)) return;
  const saved = await addSave(tx, draft.revision, { slug, document, how: 'followed', by, at });
  if (saved === undefined) throw new Error(`the draft ${slug} was saved although it is locked`);
}
