import type { LevelContent } from '../../curriculum/level-content.js';
import type { LeftOutPart } from '../plans.contract.js';

/** A row, as the facts of a plan have it. */
export interface StoredLeftOut {
  partId: string;
  leftOutAt: string;
  leftOutBy: { id: string; name: string } | null;
}

/** What is left out of a plan, in the order of the level; a part that the level no longer has is none. */
export function leftOutParts({ skills, projects }: Pick<LevelContent, 'skills' | 'projects'>, stored: readonly StoredLeftOut[]): LeftOutPart[] {
  const parts = [
    ...skills.map((skill) => ({ ...skill, kind: 'skill' as const })),
    ...projects.map((project) => ({ ...project, kind: 'project' as const, weightPercent: 0 })),
  ];
  return parts.flatMap(({ id: partId, kind, title, effortMinutes, weightPercent }) => {
    const row = stored.find((each) => each.partId === partId);
    return row ? [{ partId, kind, title, effortMinutes, weightPercent, leftOutAt: new Date(row.leftOutAt).toISOString(), leftOutBy: row.leftOutBy }] : [];
  });
}
