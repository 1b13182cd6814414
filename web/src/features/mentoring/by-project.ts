import type { Evidence } from '@server/progress/evidence/evidence.contract';

/** Evidence by its project, the latest first within each; what waits for a review before what has its answer. */
export function byProject(items: readonly Evidence[]): [Evidence, ...Evidence[]][] {
  const groups = new Map<string, [Evidence, ...Evidence[]]>();
  for (const evidence of items) {
    const group = groups.get(evidence.projectId);
    if (group) group.push(evidence);
    else groups.set(evidence.projectId, [evidence]);
  }
  return [...groups.values()].sort(([a], [b]) => Number(b.state === 'submitted') - Number(a.state === 'submitted'));
}
