import { Button, Checkbox } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { LevelPage } from '@server/curriculum/curriculum.contract';
import type { ImportMapping, StudyImportOutcome } from '@server/progress/imports/study-imports.contract';
import { counted, datesInWords, days, duration, listed } from '../../../ui/format';
import { CheckIcon, WarningIcon } from '../../../ui/icons';
import { ImportColumns } from './import-columns';
import { openQuestions, withColumns } from './import-mapping';
import { ImportQuestions } from './import-questions';
import { ImportFaults, ImportPreview } from './import-rows';
import classes from './import.module.css';

interface Props {
  outcome: StudyImportOutcome;
  mapping: ImportMapping;
  /** Of the file it came from; null for lines that were pasted. */
  name: string | null;
  /** The mapping is that of an earlier import. */
  isKept: boolean;
  level: LevelPage | undefined;
  isChecking: boolean;
  isLogging: boolean;
  onChange: (mapping: ImportMapping) => void;
  onConfirm: (isConfirmed: boolean) => void;
  onImport: () => void;
  onLeave: () => void;
}

const entries = (count: number) => counted(count, 'entry', 'entries');

/** What a table would bring: its columns, what is left to answer, and row by row what would be logged. Nothing is logged yet. */
export function ImportCheck(props: Props) {
  const { outcome, mapping, level, isChecking, isLogging, onChange, onConfirm, onImport, onLeave } = props;
  const { added, errorCount, errors, preview, columns, questions, doubts, doubtsKey } = outcome;
  const open = openQuestions(outcome).length;
  const isFaulty = errorCount > 0;
  const isConfirmed = doubtsKey === null || mapping.confirmed === doubtsKey;
  const canLog = !isFaulty && open === 0 && isConfirmed && added > 0;
  const place = useRef<HTMLDivElement>(null);
  // It comes up below the fold of a phone.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={place} className={classes.check} role="region" aria-label="What this table brings" aria-busy={isChecking}>
      <h3 className="row">
        {isFaulty || open > 0 || !isConfirmed ? <WarningIcon /> : <CheckIcon />}
        {headline(outcome, open)}
      </h3>
      <Facts {...props} />
      {questions.length > 0 && <ImportQuestions outcome={outcome} mapping={mapping} level={level} onChange={onChange} />}
      {columns.length > 0 && (
        <details className={classes.columns} open={questions.length > 0 || (isFaulty && preview.length === 0)}>
          <summary>How the columns are read</summary>
          <ImportColumns key={outcome.file?.signature} outcome={outcome} onChange={(roles) => onChange(withColumns(mapping, roles))} />
        </details>
      )}
      {doubts.length > 0 && !isFaulty && (
        <div className={classes.doubts} role="group" aria-label="Check these first">
          <p className="b sm">Check these first</p>
          <ul>
            {doubts.map(({ row, message }) => (
              <li key={`${row} ${message}`}>
                {row !== null && `Row ${row}: `}
                {datesInWords(message)}
              </li>
            ))}
          </ul>
          <Checkbox label="These are correct" checked={isConfirmed} onChange={({ currentTarget }) => onConfirm(currentTarget.checked)} />
        </div>
      )}
      {isFaulty ? <ImportFaults errors={errors} /> : preview.length > 0 && <ImportPreview rows={preview} level={level} />}
      {!isFaulty && preview.length < outcome.rows && preview.length > 0 && <p className="sm soft">And {counted(outcome.rows - preview.length, 'more row')}.</p>}
      <div className={classes.acts}>
        {!isFaulty && added > 0 && (
          <Button loading={isLogging || isChecking} disabled={!canLog} onClick={onImport}>
            Log {entries(added)}
          </Button>
        )}
        <Button variant="subtle" onClick={onLeave}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

function headline({ errorCount, added, minutes, days: dates }: StudyImportOutcome, open: number): string {
  if (errorCount > 0) return `${counted(errorCount, 'problem')} to fix`;
  if (open > 0) return `${counted(open, 'question')} to answer`;
  return added === 0 ? 'Nothing new in it' : `${entries(added)}, ${duration(minutes)} on ${days(dates)}`;
}

/** What was read, and what of it is not imported. */
function Facts({ outcome, name, isKept }: Props) {
  const { errorCount, duplicates, ignoredColumns, skipped, skippedCount } = outcome;
  const few = skipped.filter(({ why }) => why !== 'no-time').slice(0, 3);
  const empty = skippedCount - skipped.filter(({ why }) => why !== 'no-time').length;
  const facts = [
    name,
    isKept && 'Uses your choices from the last import of a table like this',
    errorCount > 0 && 'Nothing is logged while a row is wrong',
    duplicates > 0 && `${counted(duplicates, 'row')} already logged`,
    few.length > 0 && `Skipped ${listed(few.map(({ row, text }) => `row ${row} (${text})`))}`,
    empty > 0 && `${counted(empty, 'row')} without time skipped`,
    ignoredColumns.length > 0 && `Not imported: ${listed(ignoredColumns)}`,
  ];
  return <p className={`sm soft ${classes.cell ?? ''}`}>{facts.filter(Boolean).join('. ')}</p>;
}
