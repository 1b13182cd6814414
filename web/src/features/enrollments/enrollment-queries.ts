import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  assignMentor,
  changeAvailability,
  changeExamDate,
  changePace,
  enroll,
  listEnrollments,
  listEnrollmentsOf,
  readEnrollment,
  recordOutcome,
  takeWithdrawalBack,
  withdraw,
} from '@server/enrollments/enrollments.contract';
import type { Pace } from '@server/enrollments/pace.contract';
import type { Sent } from '@server/platform/http/endpoint.contract';
import { call } from '../../api/call';
import { useLastingMutation } from '../../api/use-lasting-mutation';
import { enrollmentChanged, enrollmentKey } from './enrollment-changes';

export const enrollmentsQuery = () => queryOptions({ queryKey: ['enrollments'], queryFn: () => call(listEnrollments, { query: {} }) });

export const enrollmentQuery = (enrollmentId: string) =>
  queryOptions({ queryKey: [...enrollmentKey(enrollmentId), 'self'], queryFn: () => call(readEnrollment, { params: { enrollmentId } }) });

export const enrollmentsOfQuery = (accountId: string) =>
  queryOptions({ queryKey: ['enrollments', 'of', accountId], queryFn: () => call(listEnrollmentsOf, { params: { accountId } }) });

export function useEnroll() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (sent: Sent<typeof enroll>) => call(enroll, sent),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['enrollments'] }),
  });
}

/** A change of an enrollment; its plan and what follows from it are asked for again. */
export function useChange<Input, Output>(enrollmentId: string, change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useLastingMutation({
    mutationFn: change,
    onSuccess: () => enrollmentChanged(queries, enrollmentId),
  });
}

export const useChangeExamDate = (enrollmentId: string) =>
  useChange(enrollmentId, (examOn: string | null) => call(changeExamDate, { params: { enrollmentId }, body: { examOn } }));

export const useChangeAvailability = (enrollmentId: string) =>
  useChange(enrollmentId, (body: Sent<typeof changeAvailability>['body']) => call(changeAvailability, { params: { enrollmentId }, body }));

export const useChangePace = (enrollmentId: string) => useChange(enrollmentId, (body: Pace) => call(changePace, { params: { enrollmentId }, body }));

export const useRecordOutcome = (enrollmentId: string) =>
  useChange(enrollmentId, (body: Sent<typeof recordOutcome>['body']) => call(recordOutcome, { params: { enrollmentId }, body }));

export const useWithdraw = (enrollmentId: string) => useChange(enrollmentId, () => call(withdraw, { params: { enrollmentId } }));

export const useTakeWithdrawalBack = (enrollmentId: string) => useChange(enrollmentId, () => call(takeWithdrawalBack, { params: { enrollmentId } }));

export const useAssignMentor = (enrollmentId: string) =>
  useChange(enrollmentId, (mentorId: string | null) => call(assignMentor, { params: { enrollmentId }, body: { mentorId } }));
