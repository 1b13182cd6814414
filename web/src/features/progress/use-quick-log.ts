import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { PlanItem } from '@server/plans/plans.contract';
import { toast } from '../../ui/toast-store';
import { minutesOf } from '../../ui/format';
import { useDeleteStudy, useLogStudy } from './progress-queries';

/** 'Done as planned' in one click, with an undo. A click repeated while the first is under way counts once. */
export function useQuickLog(enrollmentId: string, onLogged: (changedAt: string) => void) {
  const log = useLogStudy(enrollmentId);
  const remove = useDeleteStudy(enrollmentId);
  const [attempts] = useState(() => new Map<string, string>());

  const run = (date: string, { id, skillId, projectId, minutes, loggedMinutes, title }: PlanItem) => {
    const attempt = attempts.get(id) ?? uuidv7();
    attempts.set(id, attempt);
    const left = Math.max(1, minutes - loggedMinutes);
    log.mutate(
      { attempt, study: { date, minutes: left, skillId, projectId, planItemId: id } },
      {
        onSuccess: (entry) => {
          attempts.delete(id);
          onLogged(entry.changedAt);
          const undo = () => remove.mutate(entry.id, { onSuccess: ({ changedAt }) => onLogged(changedAt) });
          toast(`${minutesOf(left)} logged: ${title}`, undo);
        },
      },
    );
  };
  return { log: run, isPending: log.isPending, error: log.error };
}
