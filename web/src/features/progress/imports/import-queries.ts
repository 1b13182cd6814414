import { queryOptions, useMutation } from '@tanstack/react-query';
import { importStudy, listStudyImports, undoStudyImport } from '@server/progress/imports/study-imports.contract';
import { call } from '../../../api/call';
import { enrollmentKey } from '../../enrollments/enrollment-changes';
import { useProgressChange } from '../progress-queries';

export const studyImportsQuery = (enrollmentId: string) =>
  queryOptions({ queryKey: [...enrollmentKey(enrollmentId), 'study-imports'], queryFn: () => call(listStudyImports, { params: { enrollmentId } }) });

/** What a table would bring; it brings nothing yet. */
export const useCheckTable = (enrollmentId: string) =>
  useMutation({ mutationFn: (bytes: Uint8Array<ArrayBuffer>) => call(importStudy, { params: { enrollmentId }, query: { dryRun: 'true' }, body: bytes }) });

export const useImportTable = (enrollmentId: string) =>
  useProgressChange(enrollmentId, (bytes: Uint8Array<ArrayBuffer>) => call(importStudy, { params: { enrollmentId }, body: bytes }));

export const useUndoImport = (enrollmentId: string) =>
  useProgressChange(enrollmentId, (importId: string) => call(undoStudyImport, { params: { enrollmentId, importId } }));
