import { queryOptions, useMutation } from '@tanstack/react-query';
import { importStudy, listStudyImports, undoStudyImport, type ImportMapping } from '@server/progress/imports/study-imports.contract';
import { call } from '../../../api/call';
import { enrollmentKey } from '../../enrollments/enrollment-changes';
import { useProgressChange } from '../progress-queries';

export const studyImportsQuery = (enrollmentId: string) =>
  queryOptions({ queryKey: [...enrollmentKey(enrollmentId), 'study-imports'], queryFn: () => call(listStudyImports, { params: { enrollmentId } }) });

/** A file as it is: the server finds out its encoding. */
interface Table {
  bytes: Uint8Array<ArrayBuffer>;
  mapping: ImportMapping;
}

const send = (enrollmentId: string, { bytes, mapping }: Table, dryRun: 'true' | 'false') =>
  call(importStudy, { params: { enrollmentId }, query: { dryRun, mapping: JSON.stringify(mapping) }, body: bytes });

/** What a table would bring; it brings nothing yet. */
export const useCheckTable = (enrollmentId: string) => useMutation({ mutationFn: (table: Table) => send(enrollmentId, table, 'true') });

export const useImportTable = (enrollmentId: string) => useProgressChange(enrollmentId, (table: Table) => send(enrollmentId, table, 'false'));

export const useUndoImport = (enrollmentId: string) =>
  useProgressChange(enrollmentId, (importId: string) => call(undoStudyImport, { params: { enrollmentId, importId } }));
