import { Problem } from '../../platform/http/problem.js';
import { notFound } from '../../platform/http/problems.contract.js';
import type { CurriculumDocument } from '../curriculum-document.contract.js';
import { checkCurriculum } from '../read-curriculum.js';
import { toldChanges } from '../told-changes.js';
import { draftStale, type Draft, type DraftState } from './draft.contract.js';
import type { DraftDocument } from './draft-document.contract.js';
import type { DraftRecord } from './draft-rows.js';

/** A draft compares like a document: identity is strict in both, and nothing else is asked for there. */
export const asDocument = (draft: DraftDocument): CurriculumDocument => draft as unknown as CurriculumDocument;

/** What is to be said of a draft: what is wrong with it, and what it changes. */
export function stateOf({ slug, document, revision, savedAt, saver, release }: DraftRecord): DraftState {
  return {
    slug,
    title: document.title || slug,
    release: release?.number ?? null,
    revision,
    savedAt: savedAt.toISOString(),
    savedBy: saver,
    faults: checkCurriculum(document).faults ?? [],
    changes: release ? toldChanges(release.document, asDocument(document)) : [],
  };
}

export const draftOf = (record: DraftRecord): Draft => ({ ...stateOf(record), document: record.document });

/** The record, unless there is none or it was put away. */
export function presentDraft(record: DraftRecord | undefined): DraftRecord {
  if (!record || record.discarded) throw new Problem(notFound, 'There is no such draft.');
  return record;
}

/** @param saveId of the work that was set aside, where there was any */
export const stale = ({ revision, saver }: DraftRecord, saveId?: string): Problem =>
  new Problem(
    draftStale,
    `${saver?.name ?? 'Somebody'} saved revision ${revision} meanwhile. ${saveId ? 'Your work is kept in the history. ' : ''}Bring the two together, then save the result.`,
    { revision, savedBy: saver, ...(saveId && { saveId }) },
  );
