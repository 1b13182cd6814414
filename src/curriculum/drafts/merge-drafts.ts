/**
 * Brings two works on the same draft together, as people expect it: what only one changed is kept, what both changed alike counts once,
 * and what both changed differently is a conflict to decide. Parts are known by who they are, so little depends on where they stand.
 */
import { applyChanges } from '../apply-changes.js';
import { diffOf, isSame } from '../curriculum-diff.js';
import type { CurriculumChange } from '../curriculum-change.contract.js';
import type { CurriculumDocument } from '../curriculum-document.contract.js';

export interface MergeConflict {
  /** Says where; the same for as long as the two works are the same. */
  key: string;
  mine: CurriculumChange;
  theirs: CurriculumChange;
}

export interface Merged {
  document: CurriculumDocument;
  mine: CurriculumChange[];
  theirs: CurriculumChange[];
  conflicts: MergeConflict[];
}

/**
 * @param base what both began with
 * @param theirsWin keys of the conflicts in which their change is to stay; in all others mine does
 */
export function mergeDrafts(
  base: CurriculumDocument,
  { mine, theirs }: { mine: CurriculumDocument; theirs: CurriculumDocument },
  theirsWin: ReadonlySet<string> = new Set(),
): Merged {
  const [ours, others] = [diffOf(base, mine), diffOf(base, theirs)];
  const alike = ours.filter((one) => others.some((other) => isSame(untitled(one), untitled(other))));
  const conflicts = ours.flatMap((one) =>
    alike.includes(one) ? [] : others.filter((other) => collide(one, other)).map((other) => ({ key: keyOf(one, other), mine: one, theirs: other })),
  );
  const lost = new Set(conflicts.map(({ key, mine: one, theirs: other }) => (theirsWin.has(key) ? one : other)));
  const kept = [...others.filter((change) => !lost.has(change)), ...ours.filter((change) => !lost.has(change) && !alike.includes(change))];
  return { document: applyChanges(base, inSafeOrder(withoutGone(kept))), mine: ours, theirs: others, conflicts };
}

/** What a part is called, and what a new one follows, may differ between the two works, and says nothing of the change. */
const untitled = (change: CurriculumChange) => ({ ...change, title: '', follows: null });

function collide(one: CurriculumChange, other: CurriculumChange): boolean {
  if (one.kind === 'removed' && other.kind !== 'moved') return other.kind !== 'removed' && isWithin(other.path, one.path);
  if (other.kind === 'removed') return one.kind !== 'moved' && isWithin(one.path, other.path);
  if (one.kind !== other.kind || !isSame(one.path, other.path)) return false;
  return one.kind !== 'changed' || other.kind !== 'changed' || one.field === other.field;
}

/** Inside a part that goes, nothing else needs to be done. */
function withoutGone(changes: readonly CurriculumChange[]): CurriculumChange[] {
  const gone = changes.filter(({ kind }) => kind === 'removed');
  return changes.filter(({ path }) => !gone.some((part) => path.length > part.path.length && isWithin(path, part.path)));
}

const isWithin = (path: readonly string[], of: readonly string[]) => of.every((step, index) => path[index] === step);

function keyOf(one: CurriculumChange, other: CurriculumChange): string {
  const field = (change: CurriculumChange) => (change.kind === 'changed' ? `.${change.field}` : '');
  return `${one.kind} ${one.path.join('/')}${field(one)} | ${other.kind} ${other.path.join('/')}${field(other)}`;
}

/** What goes, before what comes, before what changes, before the order of what is then there. */
const RANK: Record<CurriculumChange['kind'], number> = { removed: 0, added: 1, changed: 2, moved: 3 };
const inSafeOrder = (changes: readonly CurriculumChange[]) => [...changes].sort((one, other) => RANK[one.kind] - RANK[other.kind]);
