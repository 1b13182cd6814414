import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { LevelPage } from '@server/curriculum/curriculum.contract';
import type { ImportError, ImportRow, StudyImportOutcome } from '@server/progress/imports/study-imports.contract';
import { counted, days, duration, listed, minutesOf, weekdayAndDay } from '../../../ui/format';
import { CheckIcon, WarningIcon } from '../../../ui/icons';
import { ResponsiveTable } from '../../../ui/responsive-table';
import { RECALL_SAID, STUDY_KIND_WORDS } from '../study-words';
import classes from './import.module.css';

interface Props {
  outcome: StudyImportOutcome;
  /** Of the file it came from; null for lines that were pasted. */
  name: string | null;
  level: LevelPage | undefined;
  isPending: boolean;
  onImport: () => void;
  onLeave: () => void;
}

const entries = (count: number) => counted(count, 'entry', 'entries');

/** What a table would bring, row by row, or what is wrong with which of its rows; nothing is logged before it is asked for. */
export function ImportCheck({ outcome, name, level, isPending, onImport, onLeave }: Props) {
  const { added, minutes, days: dates, duplicates, ignoredColumns, errorCount, errors, preview } = outcome;
  const isFaulty = errorCount > 0;
  const place = useRef<HTMLDivElement>(null);
  // It comes up below the fold of a phone.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [outcome]);
  return (
    <div ref={place} className={classes.check} role="region" aria-label="What this table brings">
      <h3 className="row">
        {isFaulty ? <WarningIcon /> : <CheckIcon />}
        {isFaulty
          ? `${counted(errorCount, 'thing')} to mend first`
          : added === 0
            ? 'Nothing new in it'
            : `${entries(added)}, ${duration(minutes)} on ${days(dates)}`}
      </h3>
      <p className="sm soft">
        {[
          name,
          isFaulty && 'Nothing is logged while a row is wrong. Mend these and check again',
          duplicates > 0 && `${counted(duplicates, 'row')} logged before, left as ${duplicates === 1 ? 'it is' : 'they are'}`,
          ignoredColumns.length > 0 && `Columns that mean nothing here: ${listed(ignoredColumns)}`,
        ]
          .filter(Boolean)
          .join('. ')}
      </p>
      {isFaulty ? <Faults errors={errors} /> : preview.length > 0 && <Preview rows={preview} level={level} />}
      {!isFaulty && preview.length < outcome.rows && preview.length > 0 && <p className="sm soft">And {counted(outcome.rows - preview.length, 'more row')}.</p>}
      <div className={classes.acts}>
        {!isFaulty && added > 0 && (
          <Button loading={isPending} onClick={onImport}>
            Log {entries(added)}
          </Button>
        )}
        <Button variant="subtle" onClick={onLeave}>
          Leave it
        </Button>
      </div>
    </div>
  );
}

function Faults({ errors }: { errors: readonly ImportError[] }) {
  return (
    <div className={classes.rows} tabIndex={0} role="group" aria-label="Rows to mend">
      <ResponsiveTable
        caption="Rows to mend"
        rows={errors.map((error, index) => ({ ...error, key: `${index}` }))}
        rowKey={({ key }) => key}
        columns={[
          { key: 'row', head: 'Row', cell: ({ row }) => `Row ${row}`, width: '15%' },
          { key: 'column', head: 'Column', cell: ({ column }) => column ?? '', width: '20%' },
          { key: 'message', head: 'What is wrong', cell: ({ message }) => message },
        ]}
      />
    </div>
  );
}

function Preview({ rows, level }: { rows: readonly ImportRow[]; level: LevelPage | undefined }) {
  const titles = new Map([...(level?.skills ?? []), ...(level?.projects ?? [])].map(({ id, title }) => [id, title]));
  return (
    <div className={classes.rows} tabIndex={0} role="group" aria-label="Rows to log">
      <ResponsiveTable
        caption="Rows to log"
        rows={rows}
        rowKey={({ row }) => String(row)}
        columns={[
          { key: 'date', head: 'Day', cell: ({ date }) => weekdayAndDay(date), width: '16%' },
          { key: 'minutes', head: 'Time', cell: ({ minutes }) => minutesOf(minutes), width: '12%' },
          { key: 'what', head: 'What', cell: ({ skillId, projectId }) => titles.get(skillId ?? projectId ?? '') ?? 'The level as a whole' },
          { key: 'how', head: 'How', cell: ({ kind, recall }) => [STUDY_KIND_WORDS[kind], recall && RECALL_SAID[recall]].filter(Boolean).join(', ') },
          { key: 'note', head: 'Note', cell: ({ note }) => note },
          { key: 'state', head: 'Logged', cell: ({ isNew }) => (isNew ? 'New' : 'Before'), width: '10%' },
        ]}
      />
    </div>
  );
}
