import { z } from 'zod';
import { EnrollmentId } from '../../enrollments/enrollments.contract.js';
import { endpoint, FileBody } from '../../platform/http/endpoint.contract.js';
import { problem } from '../../platform/http/problem.contract.js';
import { Instant, LocalDate } from '../../platform/time/time.contract.js';
import { enrollmentClosed, Recall, StudyKind } from '../progress.contract.js';
import { Opaque, UnfinishedText } from '../../platform/text/normal-text.contract.js';

export const MOST_ROWS = 5_000;
const MEGABYTE = 1_048_576;

/** What is wrong with a row; `row` as a spreadsheet counts, the header being row 1. */
export const ImportError = z.object({ row: z.int(), column: z.string().nullable(), message: z.string() }).meta({ id: 'ImportError' });
export type ImportError = z.output<typeof ImportError>;

export const COLUMN_ROLES = ['date', 'start', 'end', 'duration', 'skill', 'project', 'kind', 'recall', 'note', 'ignored'] as const;
/** What a column of a table holds. A `start` with a date in it may stand for the date; start and end together may stand for the duration. */
export const ColumnRole = z.enum(COLUMN_ROLES).meta({ id: 'ImportColumnRole' });
export type ColumnRole = z.output<typeof ColumnRole>;

export const DURATION_UNITS = ['minutes', 'hours', 'seconds', 'milliseconds', 'days'] as const;
export const DurationUnit = z.enum(DURATION_UNITS);
export type DurationUnit = z.output<typeof DurationUnit>;

/** How a table is to be read. What is absent is proposed, and asked where the table leaves it open. */
export const ImportMapping = z
  .strictObject({
    columns: z.array(ColumnRole).max(100).optional().describe('The role of each column, in the order of the table; of each role one column at most'),
    unit: DurationUnit.optional().describe('Of durations that are bare numbers; `days` is a fraction of a day, as spreadsheets store times'),
    clock: z.enum(['h:mm', 'm:ss']).optional().describe('What a duration such as 20:00 is'),
    dateOrder: z.enum(['day-first', 'month-first', 'year-first']).optional().describe('Of dates such as 02/11/2026'),
    decimalSign: z.enum([',', '.']).optional().describe('Of numbers such as 1,200: the sign before decimals'),
    subjects: z
      .record(UnfinishedText, z.uuid().toLowerCase().nullable())
      .optional()
      .describe('The skill or project that a name in the table stands for; null for general study'),
    otherSubjects: z.literal('general').optional().describe('Every name that is not known and not in `subjects` is general study'),
    confirmed: Opaque.max(100).optional().describe('The `doubtsKey` of the doubts that the learner has seen and confirmed'),
  })
  .meta({ id: 'ImportMapping' });
export type ImportMapping = z.output<typeof ImportMapping>;

export const ImportColumn = z
  .object({
    name: z.string().describe('As in the header; "Column 3" where there is none'),
    role: ColumnRole,
    reason: z.string().describe('Why this role is proposed, or that it was chosen'),
    samples: z.array(z.string()).describe('Three of its cells'),
  })
  .meta({ id: 'ImportColumn' });
export type ImportColumn = z.output<typeof ImportColumn>;

/** What only the learner knows. The answer goes into the member of the mapping that `id` names. */
export const ImportQuestion = z
  .object({
    id: z.enum(['columns', 'unit', 'clock', 'dateOrder', 'decimalSign', 'subjects']),
    text: z.string(),
    why: z.string(),
    options: z
      .array(z.object({ value: z.string(), label: z.string() }))
      .describe('Values to answer with; for `subjects` none: answer with ids of skills and projects, or null'),
    proposed: z.string().nullable(),
    answer: z.string().nullable().describe('Null while it is open'),
    column: z.int().nullable().describe('Place of the column it is about, from 0'),
    names: z
      .array(z.object({ name: z.string(), rows: z.int(), minutes: z.int(), subjectId: z.uuid().nullable(), isAnswered: z.boolean() }))
      .describe('For `subjects`: names that are no skill or project of the level, the most rows first'),
  })
  .meta({ id: 'ImportQuestion' });
export type ImportQuestion = z.output<typeof ImportQuestion>;

/** Something that is possible and unlikely: 20 h on one day. */
export const ImportDoubt = z.object({ row: z.int().nullable(), message: z.string() }).meta({ id: 'ImportDoubt' });
export type ImportDoubt = z.output<typeof ImportDoubt>;

/** Rows of the file that hold no study. */
export const SkippedRow = z.object({ row: z.int(), text: z.string(), why: z.enum(['title', 'total', 'header', 'no-time']) }).meta({ id: 'ImportSkippedRow' });
export type SkippedRow = z.output<typeof SkippedRow>;

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
    rows: z.int().describe('Rows that hold study'),
    added: z.int().describe('Entries that are new'),
    minutes: z.int().describe('Of what is new'),
    days: z.int().describe('Dates on which something is new'),
    duplicates: z.int().describe('Rows that were imported before'),
    ignoredColumns: z.array(z.string()).describe('Columns that are not imported'),
    errorCount: z.int(),
    errors: z.array(ImportError).describe('The first 200'),
    preview: z.array(ImportRow).describe('In a dry run what each row that can be read becomes, the first 200; else empty'),
    file: z
      .object({
        encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
        separator: z.string(),
        headerRow: z.int().nullable().describe('Null for a table without names'),
        signature: z.string().describe('The same for tables with the same columns, so that their mapping can be kept'),
      })
      .nullable()
      .describe('How the file was read; null where it is no table'),
    columns: z.array(ImportColumn).describe('The columns and the role that each has, proposed or chosen'),
    mapping: ImportMapping.describe('How the table was read: what was chosen, and what is proposed for the rest'),
    questions: z.array(ImportQuestion).describe('An import is done once all of them have an answer'),
    doubts: z.array(ImportDoubt).describe('The first 50. An import is done once they are confirmed'),
    doubtsKey: z.string().nullable().describe('Confirms these doubts and no others; null where there is none'),
    skipped: z.array(SkippedRow).describe('Titles, totals, repeated headers and rows without time: the first 50'),
    skippedCount: z.int(),
  })
  .meta({ id: 'StudyImportOutcome' });
export type StudyImportOutcome = z.output<typeof StudyImportOutcome>;

export const StudyImport = z
  .object({ id: z.uuid(), importedAt: Instant, entries: z.int().describe('Those that stand'), minutes: z.int(), undoneAt: Instant.nullable() })
  .meta({ id: 'StudyImport' });
export type StudyImport = z.output<typeof StudyImport>;

export const faultyImport = problem({ slug: 'faulty-import', status: 422, title: 'Some rows cannot be imported' });

export const unansweredImport = problem({ slug: 'unanswered-import', status: 422, title: 'The table leaves something open' });

/** Longest `mapping`, so that an address stays one that every proxy takes. */
export const MAX_MAPPING_LENGTH = 6_000;

export const importStudy = endpoint({
  method: 'POST',
  path: '/enrollments/:enrollmentId/study-imports',
  summary: 'Import past study from a table: all of it, or nothing where a row is wrong or a question is open',
  allow: 'study',
  status: 200,
  takes: 'text/csv',
  bodyBytes: MEGABYTE,
  params: EnrollmentId,
  query: z.object({
    dryRun: z.enum(['true', 'false']).default('false').describe('`true` answers what would be imported, with every question and error, and writes nothing'),
    mapping: UnfinishedText.max(MAX_MAPPING_LENGTH).optional().describe('An ImportMapping as JSON: the roles of columns, and answers to questions'),
  }),
  body: FileBody,
  answer: StudyImportOutcome,
  refusals: [faultyImport, unansweredImport, enrollmentClosed],
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
