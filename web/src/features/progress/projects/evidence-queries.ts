import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { readFile, uploadFile } from '@server/progress/evidence/evidence-files.contract';
import { deleteEvidence, listEvidence, restoreEvidence, submitEvidence } from '@server/progress/evidence/evidence.contract';
import { reviewEvidence } from '@server/progress/evidence/reviews.contract';
import { listSignOffs, revokeSignOff, signOff } from '@server/progress/evidence/sign-offs.contract';
import type { Sent } from '@server/platform/http/endpoint.contract';
import { call } from '../../../api/call';
import { useLastingMutation } from '../../../api/use-lasting-mutation';
import { upload } from '../../../api/upload';
import { enrollmentChanged, enrollmentKey } from '../../enrollments/enrollment-changes';

/** All of an enrollment, the latest first: a level has a handful of projects, each submitted a few times. */
export const evidenceQuery = (enrollmentId: string) =>
  queryOptions({
    queryKey: [...enrollmentKey(enrollmentId), 'evidence'],
    queryFn: () => call(listEvidence, { params: { enrollmentId }, query: { limit: 100 } }),
  });

/** A file never changes. */
export const fileQuery = (enrollmentId: string, fileId: string) =>
  queryOptions({
    queryKey: [...enrollmentKey(enrollmentId), 'files', fileId],
    queryFn: () => call(readFile, { params: { enrollmentId, fileId } }),
    staleTime: Infinity,
    gcTime: 60_000,
  });

export const signOffsQuery = (enrollmentId: string) =>
  queryOptions({ queryKey: [...enrollmentKey(enrollmentId), 'sign-offs'], queryFn: () => call(listSignOffs, { params: { enrollmentId } }) });

function useEvidenceChange<Input, Answer>(enrollmentId: string, change: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useLastingMutation({ mutationFn: change, onSuccess: () => enrollmentChanged(queries, enrollmentId) });
}

/** `attempt` is a UUID made on this device: sending the same attempt again counts once. */
export const useSubmitEvidence = (enrollmentId: string, projectId: string) =>
  useEvidenceChange(enrollmentId, ({ attempt, body }: { attempt: string; body: Sent<typeof submitEvidence>['body'] }) =>
    call(submitEvidence, { params: { enrollmentId, projectId }, headers: { 'idempotency-key': attempt }, body }),
  );

export const useDeleteEvidence = (enrollmentId: string) =>
  useEvidenceChange(enrollmentId, (evidenceId: string) => call(deleteEvidence, { params: { enrollmentId, evidenceId } }));

export const useRestoreEvidence = (enrollmentId: string) =>
  useEvidenceChange(enrollmentId, (evidenceId: string) => call(restoreEvidence, { params: { enrollmentId, evidenceId } }));

export const useReviewEvidence = (enrollmentId: string, evidenceId: string) =>
  useEvidenceChange(enrollmentId, ({ attempt, body }: { attempt: string; body: Sent<typeof reviewEvidence>['body'] }) =>
    call(reviewEvidence, { params: { enrollmentId, evidenceId }, headers: { 'idempotency-key': attempt }, body }),
  );

export const useSignOff = (enrollmentId: string) =>
  useEvidenceChange(enrollmentId, ({ skillId, note }: { skillId: string; note: string }) =>
    call(signOff, { params: { enrollmentId, skillId }, body: { note } }),
  );

export const useRevokeSignOff = (enrollmentId: string) =>
  useEvidenceChange(enrollmentId, (skillId: string) => call(revokeSignOff, { params: { enrollmentId, skillId } }));

/** Nothing is stale after it: a file counts once evidence shows it. */
export async function sendFile(enrollmentId: string, file: File, attempt: string, onProgress: (share: number) => void) {
  const body = new Uint8Array(await file.arrayBuffer());
  return upload(uploadFile, { params: { enrollmentId }, query: { name: file.name }, headers: { 'idempotency-key': attempt }, body }, onProgress);
}
