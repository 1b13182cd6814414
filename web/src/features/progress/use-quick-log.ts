import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { PlanItem } from '@server/plans/plans.contract';
import { useLogStudy } from './progress-queries';
import { useStudyLogged } from './use-study-logged';

/**
 * 'Done as planned' in one click, with an undo. A click repeated while the first is under way counts once.
 *
 * @param onFault where there is no place beside the click for `error`
 */
export function useQuickLog(enrollmentId: string, onLogged: (changedAt: string) => void, onFault?: (error: Error) => void) {
  const log = useLogStudy(enrollmentId);
  const tell = useStudyLogged(enrollmentId, onLogged);
  const [attempts] = useState(() => new Map<string, string>());

  const run = (date: string, { id, skillId, projectId, kind, minutes, loggedMinutes, title }: PlanItem) => {
    const attempt = attempts.get(id) ?? uuidv7();
    attempts.set(id, attempt);
    const left = Math.max(1, minutes - loggedMinutes);
    log.mutate(
      { attempt, title, study: { date, minutes: left, skillId, projectId, planItemId: id, kind: STUDY_KIND_OF[kind] } },
      {
        onSuccess: (logged) => {
          attempts.delete(id);
          tell(logged, left, title);
        },
        ...(onFault && { onError: onFault }),
      },
    );
  };
  return { log: run, isPending: log.isPending, error: log.error };
}

/** What doing a plan item as planned is: what the plan says of it, no more. */
export const STUDY_KIND_OF = { study: 'hands-on', project: 'hands-on', review: 'review', practice: 'practice-exam' } as const;
