import { useQuery } from '@tanstack/react-query';
import type { PartLock } from '@server/plans/locks.contract';
import { useSession } from '../../api/session';
import { shownEnrollments } from '../enrollments/current-enrollment';
import { enrollmentsQuery } from '../enrollments/enrollment-queries';
import { locksQuery } from './plan-queries';

/** What is locked of a level to the learner who prepares for it; nothing to anybody else. */
export function useOwnLocks(levelId: string): readonly PartLock[] {
  const { account } = useSession();
  const isLearner = account?.accountRoles.includes('learner') ?? false;
  const enrollments = useQuery({ ...enrollmentsQuery(), enabled: isLearner });
  const mine = shownEnrollments(enrollments.data?.items ?? []).find(({ level, state }) => level.id === levelId && PREPARING.includes(state));
  const locks = useQuery({ ...locksQuery(mine?.id ?? ''), enabled: mine !== undefined });
  return locks.data?.items ?? [];
}

const PREPARING: readonly string[] = ['active', 'paused', 'failed'];
