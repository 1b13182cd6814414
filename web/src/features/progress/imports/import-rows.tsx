import type { LevelPage } from '@server/curriculum/curriculum.contract';
import type { ImportError, ImportRow } from '@server/progress/imports/study-imports.contract';
import { datesInWords, minutesOf, weekdayAndDay } from '../../../ui/format';
import { ResponsiveTable } from '../../../ui/responsive-table';
import { RECALL_SAID, STUDY_KIND_WORDS } from '../study-words';
import classes from './import.module.css';

/** What is wrong with which row. */
export function ImportFaults({ errors }: { errors: readonly ImportError[] }) {
  return (
    <div className={classes.rows} tabIndex={0} role="group" aria-label="Rows to fix">
      <ResponsiveTable
        caption="Rows to fix"
        rows={errors.map((error, index) => ({ ...error, key: `${index}` }))}
        rowKey={({ key }) => key}
        columns={[
          { key: 'row', head: 'Row', cell: ({ row }) => `Row ${row}`, width: '15%' },
          { key: 'column', head: 'Column', cell: ({ column }) => column ?? '', width: '20%' },
          { key: 'message', head: 'What is wrong', cell: ({ message }) => <span className={classes.cell}>{datesInWords(message)}</span> },
        ]}
      />
    </div>
  );
}

/** What each row becomes. */
export function ImportPreview({ rows, level }: { rows: readonly ImportRow[]; level: LevelPage | undefined }) {
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
          { key: 'what', head: 'What', cell: ({ skillId, projectId }) => titles.get(skillId ?? projectId ?? '') ?? 'General study' },
          { key: 'how', head: 'How', cell: ({ kind, recall }) => [STUDY_KIND_WORDS[kind], recall && RECALL_SAID[recall]].filter(Boolean).join(', ') },
          { key: 'note', head: 'Note', cell: ({ note }) => <span className={classes.cell}>{note}</span> },
          { key: 'state', head: 'Logged', cell: ({ isNew }) => (isNew ? 'New' : 'Before'), width: '10%' },
        ]}
      />
    </div>
  );
}
