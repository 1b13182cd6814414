import { inWords } from './change-words.js';
import type { CurriculumChange } from './curriculum-change.contract.js';
import { diffOf } from './curriculum-diff.js';
import type { ToldChange } from './curriculum.contract.js';
import type { CurriculumDocument } from './curriculum-document.contract.js';

/** What differs between two documents of a certification, each change with what a person would say of it. */
export function toldChanges(before: CurriculumDocument, after: CurriculumDocument): ToldChange[] {
  return toldOf(diffOf(before, after), before, after);
}

export function toldOf(changes: readonly CurriculumChange[], before: CurriculumDocument, after: CurriculumDocument): ToldChange[] {
  return changes.map((change) => ({ ...change, words: inWords(change, change.kind === 'removed' ? before : after) }));
}
