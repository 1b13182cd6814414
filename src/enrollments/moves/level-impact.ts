import type { ToldChange } from '../../curriculum/curriculum.contract.js';
import type { LevelImpact } from './moves.contract.js';

/** As much of a level as its impact needs: of a release, or of a draft that is still being written. */
export interface LevelSketch {
  slug: string;
  skills?: readonly { slug: string; title?: string | undefined; weightPercent?: number | undefined }[] | undefined;
  projects?: readonly { slug: string; title?: string | undefined }[] | undefined;
}

/** What a learner of `before` finds in `after`: parts are the same where their slugs are. `changes` are of the whole certification. */
export function levelImpact(
  before: LevelSketch,
  after: LevelSketch | undefined,
  changes: readonly ToldChange[],
): Pick<LevelImpact, 'gains' | 'loses' | 'changes' | 'stays'> {
  const nothing = { skills: [], projects: [] };
  if (!after) return { gains: nothing, loses: nothing, changes: [], stays: 'level-gone' };
  const isOpen = (after.skills ?? []).some(({ weightPercent }) => weightPercent !== undefined);
  return {
    gains: { skills: missingIn(before.skills, after.skills), projects: missingIn(before.projects, after.projects) },
    loses: { skills: missingIn(after.skills, before.skills), projects: missingIn(after.projects, before.projects) },
    changes: changesOf(before.slug, changes).flatMap((change) => (isPartComingOrGoing(change) ? [] : change.words)),
    stays: isOpen ? null : 'level-not-open',
  };
}

/** Those of one level. */
export const changesOf = (level: string, changes: readonly ToldChange[]): ToldChange[] =>
  changes.filter(({ path: [list, slug] }) => list === 'levels' && slug === level);

const isPartComingOrGoing = ({ kind, part }: ToldChange) => (kind === 'added' || kind === 'removed') && (part === 'skill' || part === 'project');

type Part = { slug: string; title?: string | undefined };

/** Titles of what is in `others` and not in `parts`. */
function missingIn(parts: readonly Part[] = [], others: readonly Part[] = []): string[] {
  const there = new Set(parts.map(({ slug }) => slug));
  return others.filter(({ slug }) => !there.has(slug)).map(({ slug, title }) => title || slug);
}
