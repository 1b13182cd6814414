/** What a learner says of a table: roles of its columns and answers. Pure. */
import type { ColumnRole, ImportMapping, ImportQuestion, StudyImportOutcome } from '@server/progress/imports/study-imports.contract';

export const ROLE_WORDS: Readonly<Record<ColumnRole, string>> = {
  date: 'Date',
  start: 'Start time',
  end: 'End time',
  duration: 'Duration',
  skill: 'Skill',
  project: 'Project',
  kind: 'Kind of study',
  recall: 'How it went',
  note: 'Note',
  ignored: 'Not imported',
};
export const ROLES = Object.entries(ROLE_WORDS).map(([value, label]) => ({ value, label }));

/** Gives a column another role. The column that had it is no longer imported. */
export function withRole({ columns }: Pick<StudyImportOutcome, 'columns'>, place: number, role: ColumnRole): ColumnRole[] {
  return columns.map((column, i) => {
    if (i === place) return role;
    return role !== 'ignored' && column.role === role ? 'ignored' : column.role;
  });
}

/** Answers a question with one of its options; units and forms are asked again once the columns change. */
export function withAnswer(mapping: ImportMapping, outcome: StudyImportOutcome, question: Pick<ImportQuestion, 'id' | 'column'>, value: string): ImportMapping {
  if (question.id === 'columns') return withColumns(mapping, withRole(outcome, question.column ?? 0, value as ColumnRole));
  return { ...mapping, [question.id]: value };
}

export const withColumns = ({ subjects, dateOrder }: ImportMapping, columns: ColumnRole[]): ImportMapping => ({
  columns,
  ...(subjects && { subjects }),
  ...(dateOrder && { dateOrder }),
});

/** Places of the columns that are imported, or that a question is about. */
export const shownColumns = ({ columns, questions }: Pick<StudyImportOutcome, 'columns' | 'questions'>): number[] =>
  columns.flatMap(({ role }, place) => (role !== 'ignored' || questions.some(({ column }) => column === place) ? [place] : []));

/** `null` is general study. */
export const withSubject = (mapping: ImportMapping, name: string, id: string | null): ImportMapping => ({
  ...mapping,
  subjects: { ...mapping.subjects, [name]: id },
});

export const openQuestions = ({ questions }: StudyImportOutcome): ImportQuestion[] => questions.filter(({ answer }) => answer === null);

/** What an import of the same program needs again: all but what was confirmed for this file. */
export const kept = ({ confirmed: _, ...mapping }: ImportMapping): ImportMapping => mapping;
