import { queryOptions } from '@tanstack/react-query';
import { readReadiness } from '@server/readiness/readiness.contract';
import { call } from '../../api/call';
import { enrollmentKey } from '../enrollments/enrollment-queries';

export const readinessQuery = (enrollmentId: string) =>
  queryOptions({ queryKey: [...enrollmentKey(enrollmentId), 'readiness'], queryFn: () => call(readReadiness, { params: { enrollmentId } }) });
