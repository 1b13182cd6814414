import { v7 as uuidv7 } from 'uuid';
import type { LevelContent } from '../../curriculum/level-content.js';
import { Problem } from '../../platform/http/problem.js';
import type { Ground } from '../plan-ground.service.js';
import { planChangeNotPossible } from '../proposals/proposals.contract.js';

type Parts = Pick<LevelContent, 'skills' | 'projects'>;
const idsOf = (parts: readonly { id: string }[]) => parts.map(({ id }) => id);

/** Refuses what the level does not have, and to leave out all that it has. */
export function refuseUnlessParts({ skills, projects }: Parts, partIds: readonly string[] = []): void {
  const known = idsOf([...skills, ...projects]);
  const unknown = partIds.filter((id) => !known.includes(id));
  if (unknown.length > 0) throw new Problem(planChangeNotPossible, 'Only skills and projects of this level can be left out.', { unknown });
  if (known.length > 0 && known.every((id) => partIds.includes(id)))
    throw new Problem(planChangeNotPossible, 'Leave at least one part of the level in the plan.');
}

/**
 * Makes exactly these the parts of the level that are left out. Those that were already keep their date. Rows of parts that the level no
 * longer has stay for a level that has them again, and mean nothing until then.
 */
export async function keepLeftOut({ tx, enrollment, level, now }: Ground, partIds: readonly string[], by: string): Promise<void> {
  const [skillIds, projectIds] = [idsOf(level.skills), idsOf(level.projects)];
  await tx.query(
    `delete from left_out_part
     where enrollment_id = $1 and coalesce(skill_id, project_id) = any($2::uuid[]) and coalesce(skill_id, project_id) <> all($3::uuid[])`,
    [enrollment.id, [...skillIds, ...projectIds], partIds],
  );
  // An undo may bring back what a release has dropped since.
  const known = partIds.filter((id) => skillIds.includes(id) || projectIds.includes(id));
  const parts = known.map((id) => ({ id: uuidv7(), skillId: skillIds.includes(id) ? id : null, projectId: projectIds.includes(id) ? id : null }));
  await tx.query(
    `insert into left_out_part (enrollment_id, left_out_at, left_out_by, id, skill_id, project_id)
     select $1, $2, $3, * from unnest($4::uuid[], $5::uuid[], $6::uuid[]) on conflict do nothing`,
    [enrollment.id, now, by, ...(['id', 'skillId', 'projectId'] as const).map((column) => parts.map((part) => part[column]))],
  );
}
