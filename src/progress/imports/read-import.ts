/** An uploaded table from its bytes to entries, questions and doubts: everything but what the database knows. */
import { faultText, textOf } from '../../platform/text/text-of.js';
import type { LevelContent } from '../../curriculum/level-content.js';
import type { LocalDate } from '../../platform/time/time.contract.js';
import type { ImportDoubt, ImportError, ImportMapping, ImportQuestion, StudyImportOutcome } from './study-imports.contract.js';
import { studyRows, type RowEntry, type StudyRows } from './study-rows.js';
import { answersOf, columnQuestion } from './table/import-questions.js';
import { rowTimes, type Answers } from './table/row-times.js';
import { readStudyTable, type StudyTable } from './table/study-table.js';
import { subjectFinder } from './table/subject-names.js';

/** What an upload holds, before the database is asked. */
export interface ImportReading extends Pick<StudyImportOutcome, 'file' | 'columns' | 'mapping' | 'questions' | 'skipped' | 'ignoredColumns' | 'rows'> {
  entries: RowEntry[];
  errors: ImportError[];
  doubts: ImportDoubt[];
}

export interface Ground {
  enrollmentId: string;
  /** The dates that are open, both included. */
  from: LocalDate;
  to: LocalDate;
  level: Pick<LevelContent, 'skills' | 'projects'>;
  dateAt: Answers['dateAt'];
}

export function readImport(bytes: Uint8Array, mapping: ImportMapping, ground: Ground): ImportReading {
  const other = otherKind(bytes);
  if (other) return { ...NOTHING, mapping, errors: [{ row: 1, column: null, message: `This is ${other}, not a table as text. Open it and save it as CSV` }] };
  const { text, encoding, faults } = textOf(bytes);
  const lost = faults.map((fault) => ({ row: fault.line, column: null, message: faultText(fault) }));
  const { table, errors } = readStudyTable(text, mapping);
  if (!table) return { ...NOTHING, mapping, errors: [...lost, ...errors] };
  const file = { encoding, separator: table.separator, headerRow: table.headerRow, signature: table.signature };
  const shape = { file, columns: table.columns, ignoredColumns: ignoredOf(table) };
  if (errors.length > 0) {
    const asked = columnQuestion(table);
    const { skipped, rows } = table;
    return {
      ...NOTHING,
      ...shape,
      ...(asked && { questions: [asked] }),
      mapping: { ...mapping, columns: rolesOf(table) },
      skipped,
      rows: rows.length,
      errors: [...lost, ...errors],
    };
  }
  const times = table.rows.map((row) => rowTimes(table, row));
  const { answers, questions } = answersOf({ table, times, mapping, ...ground });
  const read = studyRows(table, times, answers, { ...ground, find: subjectFinder(ground.level, mapping) });
  return {
    ...shape,
    rows: table.rows.length - read.skipped.length,
    mapping: { ...mapping, columns: rolesOf(table), ...asked(questions, answers) },
    questions: [...questions, ...subjectQuestion(read)],
    skipped: [...table.skipped, ...read.skipped].sort((one, other) => one.row - other.row),
    // PostgreSQL refuses a NUL, also in the query that looks for duplicates. Its place is among the errors.
    entries: read.entries.filter(({ note }) => !note.includes('\0')),
    errors: [...lost, ...read.errors],
    doubts: read.doubts,
  };
}

const SIGNATURES: readonly (readonly [string, string])[] = [
  ['504b0304', 'a spreadsheet or another packed file'],
  ['d0cf11e0', 'a spreadsheet in an old format'],
  ['25504446', 'a PDF'],
  ['1f8b', 'a packed file'],
];

/** The kind of a file that is not text, by its first bytes. */
function otherKind(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  return SIGNATURES.find(([signature]) => start.startsWith(signature))?.[1];
}

const NOTHING = { file: null, columns: [], mapping: {}, questions: [], skipped: [], ignoredColumns: [], rows: 0, entries: [], errors: [], doubts: [] };

const rolesOf = ({ columns }: StudyTable) => columns.map(({ role }) => role);
const ignoredOf = ({ columns, headerRow, hoursPlace }: StudyTable) =>
  headerRow === null ? [] : columns.filter(({ role, name }, i) => role === 'ignored' && i !== hoursPlace && !/^Column \d+$/.test(name)).map(({ name }) => name);

/** The value for each question: the answer, or else the likely one. */
function asked(questions: readonly ImportQuestion[], answers: Answers): ImportMapping {
  const { unit, clock, dateOrder, decimalSign } = answers;
  const values = { unit, clock, dateOrder, decimalSign };
  return Object.fromEntries(Object.entries(values).filter(([id]) => questions.some((question) => question.id === id)));
}

const MAX_NAMES = 200;

/** Names that are not a skill or project of the level, with what they mean if that is known. */
function subjectQuestion({ foreign }: StudyRows): ImportQuestion[] {
  if (foreign.size === 0) return [];
  const names = [...foreign.values()].sort((one, other) => other.rows - one.rows);
  return [
    {
      id: 'subjects',
      text: 'Which skills do these names stand for?',
      why: `${names.length === 1 ? 'It isn’t a skill or project' : 'They aren’t skills or projects'} of this level`,
      options: [],
      proposed: null,
      answer: names.every(({ isAnswered }) => isAnswered) ? 'all' : null,
      column: null,
      names: names.slice(0, MAX_NAMES),
    },
  ];
}
