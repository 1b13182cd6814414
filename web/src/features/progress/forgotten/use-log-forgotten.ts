import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { PlanItem } from '@server/plans/plans.contract';
import { notSaved } from '../../../api/refusal';
import { minutesOf, weekdayAndDay } from '../../../ui/format';
import { toast, toastFault } from '../../../ui/toast-store';
import { discard, type Logged } from '../outbox/outbox';
import { useDeleteStudy, useLogStudy } from '../progress-queries';
import { STUDY_KIND_OF } from '../use-quick-log';

interface Done {
  item: PlanItem;
  minutes: number;
}

/** Logs what was done of a day's items, one entry each, with one undo for all. Asked again after a failure it logs each once. */
export function useLogForgotten(enrollmentId: string, date: string, onLogged?: (changedAt: string) => void) {
  const log = useLogStudy(enrollmentId);
  const remove = useDeleteStudy(enrollmentId);
  const [attempts] = useState(() => new Map<string, string>());
  const [state, setState] = useState<{ isPending: boolean; error: Error | null }>({ isPending: false, error: null });

  const send = ({ item: { id, title, kind, skillId, projectId }, minutes }: Done): Promise<Logged> => {
    const attempt = attempts.get(id) ?? uuidv7();
    attempts.set(id, attempt);
    return log.mutateAsync({ attempt, title, study: { date, minutes, skillId, projectId, planItemId: id, kind: STUDY_KIND_OF[kind] } });
  };
  const takeBack = async (logged: readonly Logged[]) => {
    try {
      for (const each of logged) {
        if (each.kind === 'kept') await discard(each.attempt);
        else if (each.kind === 'sent') onLogged?.((await remove.mutateAsync(each.entry.id)).changedAt);
      }
    } catch (error) {
      toastFault(notSaved(error as Error));
    }
  };
  /** @returns whether all of it is logged, or kept until there is a network */
  const run = async (done: readonly Done[]): Promise<boolean> => {
    setState({ isPending: true, error: null });
    const logged: Logged[] = [];
    try {
      for (const each of done) logged.push(await send(each));
    } catch (error) {
      setState({ isPending: false, error: error as Error });
      return false;
    }
    setState({ isPending: false, error: null });
    for (const each of logged) if (each.kind === 'sent') onLogged?.(each.entry.changedAt);
    const sum = minutesOf(done.reduce((total, { minutes }) => total + minutes, 0));
    const isKept = logged.some(({ kind }) => kind === 'kept');
    toast(isKept ? `${sum} saved on this device. Sent once you are online` : `${sum} logged on ${weekdayAndDay(date)}`, () => takeBack(logged));
    return true;
  };
  return { log: run, ...state };
}
