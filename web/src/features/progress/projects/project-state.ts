import type { Evidence } from '@server/progress/evidence/evidence.contract';
import type { FinishedProject } from '@server/progress/progress.contract';

export type ProjectState = 'not-started' | 'submitted' | 'changes-requested' | 'approved' | 'done';

/** How a project stands: as its latest evidence says; where that says nothing final, as the learner says. `evidence` is the latest first. */
export function projectState(projectId: string, evidence: readonly Evidence[], finished: readonly FinishedProject[]): ProjectState {
  const latest = evidence.find((each) => each.projectId === projectId);
  if (latest && latest.state !== 'resubmitted') return latest.state;
  return finished.some((each) => each.projectId === projectId) ? 'done' : 'not-started';
}
