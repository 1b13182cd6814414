import { queryOptions } from '@tanstack/react-query';
import { readLocks } from '@server/plans/locks.contract';
import { readPlan } from '@server/plans/plans.contract';
import { call } from '../../api/call';
import { enrollmentKey } from '../enrollments/enrollment-changes';

export const planQuery = (enrollmentId: string) =>
  queryOptions({ queryKey: [...enrollmentKey(enrollmentId), 'plan'], queryFn: () => call(readPlan, { params: { enrollmentId } }) });

export const locksQuery = (enrollmentId: string) =>
  queryOptions({ queryKey: [...enrollmentKey(enrollmentId), 'locks'], queryFn: () => call(readLocks, { params: { enrollmentId } }) });
