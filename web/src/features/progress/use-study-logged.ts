import { minutesOf } from '../../ui/format';
import { toast } from '../../ui/toast-store';
import { discard, type Logged } from './outbox/outbox';
import { useDeleteStudy } from './progress-queries';

/** Says what became of study that was logged, with a way to take it back. */
export function useStudyLogged(enrollmentId: string, onLogged?: (changedAt: string) => void) {
  const remove = useDeleteStudy(enrollmentId);
  return (logged: Logged, minutes: number, title?: string) => {
    if (logged.kind === 'locked') return toast(`${minutesOf(minutes)} locked on this device. We’ll send it when you sign in again`);
    if (logged.kind === 'kept') return toast(`${minutesOf(minutes)} saved on this device. Sent once you are online`, () => discard(logged.attempt));
    onLogged?.(logged.entry.changedAt);
    const undo = () => remove.mutate(logged.entry.id, { onSuccess: ({ changedAt }) => onLogged?.(changedAt) });
    toast(`${minutesOf(minutes)} logged${title ? `: ${title}` : ''}`, undo);
  };
}
