import { z } from 'zod';
import { EnrollmentId } from '../../enrollments/enrollments.contract.js';
import { endpoint, FileBody } from '../../platform/http/endpoint.contract.js';
import { problem } from '../../platform/http/problem.contract.js';
import { Instant, LocalDate } from '../../platform/time/time.contract.js';
import { enrollmentClosed, Recall, StudyKind } from '../progress.contract.js';

export const MOST_ROWS = 5_000;
const MEGABYTE = 1_048_576;

/** What is wrong with a row; `row` as a spreadsheet counts, the header being row 1. */
export const ImportError = z.object({ row: z.int(), column: z.string().nullable(), message: z.string() }).meta({ id: 'ImportError' });
export type ImportError = z.output<typeof ImportError>;

/** What a row becomes. */
export const ImportRow = z
  .object({
    row: z.int(),
    date: LocalDate,
    minutes: z.int(),
    skillId: z.uuid().nullable(),
    projectId: z.uuid().nullable(),
    kind: StudyKind,
    recall: Recall.nullable(),
    note: z.string().describe('Markdown'),
    isNew: z.boolean().describe('False for a row that was imported before'),
  })
  .meta({ id: 'ImportRow' });
export type ImportRow = z.output<typeof ImportRow>;

/** What an import makes of a table, or would make of it. */
export const StudyImportOutcome = z
  .object({
    id: z.uuid().nullable().describe('Of the import, to undo it by; null for a dry run, and where there was nothing new'),
    rows: z.int().describe('Rows that are not empty, the header aside'),
    added: z.int().describe('Entries that are new'),
    minutes: z.int().describe('Of what is new'),
    days: z.int().describe('Dates on which something is new'),
    duplicates: z.int().describe('Rows that were imported before'),
    ignoredColumns: z.array(z.string()).describe('Columns whose header says nothing here'),
    errorCount: z.int(),
    errors: z.array(ImportError).describe('The first 200'),
    preview: z.array(ImportRow).describe('In a dry run what each row that can be read becomes, the first 200; else empty'),
  })
  .meta({ id: 'StudyImportOutcome' });
export type StudyImportOutcome = z.output<typeof StudyImportOutcome>;

export const StudyImport = z
  .object({ id: z.uuid(), importedAt: Instant, entries: z.int().describe('Those that stand'), minutes: z.int(), undoneAt: Instant.nullable() })
  .meta({ id: 'StudyImport' });
export type StudyImport = z.output<typeof StudyImport>;

export const faultyImport = problem({ slug: 'faulty-import', status: 422, title: 'Some rows cannot be imported' });

export const importStudy = endpoint({
  method: 'POST',
  path: '/enrollments/:enrollmentId/study-imports',
  summary: 'Import past study from a table: all of it, or nothing where a row is wrong',
  allow: 'study',
  status: 200,
  takes: 'text/csv',
  bodyBytes: MEGABYTE,
  params: EnrollmentId,
  query: z.object({ dryRun: z.enum(['true', 'false']).default('false').describe('`true` says what would come of it, with every error, and writes nothing') }),
  body: FileBody,
  answer: StudyImportOutcome,
  refusals: [faultyImport, enrollmentClosed],
});

export const listStudyImports = endpoint({
  method: 'GET',
  path: '/enrollments/:enrollmentId/study-imports',
  summary: 'List the latest imports',
  allow: 'read-enrollment',
  params: EnrollmentId,
  answer: z.object({ items: z.array(StudyImport) }),
});

export const undoStudyImport = endpoint({
  method: 'DELETE',
  path: '/enrollments/:enrollmentId/study-imports/:importId',
  summary: 'Delete the entries of an import; the same table may be imported again',
  allow: 'study',
  params: EnrollmentId.extend({ importId: z.uuid() }),
  answer: StudyImport,
  refusals: [enrollmentClosed],
});
