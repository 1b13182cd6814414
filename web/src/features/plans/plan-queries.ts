import { queryOptions } from '@tanstack/react-query';
import { readPlan } from '@server/plans/plans.contract';
import { call } from '../../api/call';
import { enrollmentKey } from '../enrollments/enrollment-queries';

export const planQuery = (enrollmentId: string) =>
  queryOptions({ queryKey: [...enrollmentKey(enrollmentId), 'plan'], queryFn: () => call(readPlan, { params: { enrollmentId } }) });
