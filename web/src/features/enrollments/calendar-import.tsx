import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import type { AvailabilityImport } from '@server/enrollments/availability/availability.contract';
import { Refusal } from '../../api/refusal';
import { messageOf } from '../../ui/failed';
import { counted, weekdayAndDay, datesInWords } from '../../ui/format';
import { toast } from '../../ui/toast-store';
import { useImportCalendar, usePreviewCalendar } from './availability-queries';
import classes from './availability.module.css';

/** Holidays from a calendar file: looked at first, then set. */
export function CalendarImport({ enrollmentId }: { enrollmentId: string }) {
  const [file, setFile] = useState<File | null>(null);
  const preview = usePreviewCalendar(enrollmentId);
  const set = useImportCalendar(enrollmentId);
  const choose = (chosen: File | null) => {
    if (!chosen) return;
    setFile(chosen);
    preview.mutate(chosen);
  };
  const close = () => {
    setFile(null);
    preview.reset();
    set.reset();
  };
  const save = () =>
    file &&
    set.mutate(file, {
      onSuccess: ({ exceptions, breaks }) => {
        toast(`${sums({ exceptions, breaks })} set. The plan follows`);
        close();
      },
    });
  const fault = set.error ?? preview.error;
  return (
    <div className="stack" style={{ '--gap': '12px' } as React.CSSProperties}>
      <div>
        <FileButton accept=".ics,text/calendar" onChange={choose}>
          {(props) => (
            <Button {...props} variant="default" loading={preview.isPending}>
              Import holidays from a calendar
            </Button>
          )}
        </FileButton>
        <p className="sm soft">An .ics file. Whole days become free, several days a break. You see what it sets first.</p>
      </div>
      {fault && <Fault error={fault} />}
      {preview.data && (
        <div className={classes.preview} role="region" aria-label="What this calendar sets">
          <Preview found={preview.data} />
          <div className={classes.acts}>
            <Button disabled={isNothing(preview.data)} loading={set.isPending} onClick={save}>
              Set these
            </Button>
            <Button variant="subtle" onClick={close}>
              Leave it
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}

type Found = Pick<AvailabilityImport, 'exceptions' | 'breaks'>;
const isNothing = ({ exceptions, breaks }: Found) => exceptions.length + breaks.length === 0;
const sums = ({ exceptions, breaks }: Found) =>
  [exceptions.length > 0 && counted(exceptions.length, 'free day'), breaks.length > 0 && counted(breaks.length, 'break')].filter(Boolean).join(' and ') ||
  'Nothing';

function Preview({ found }: { found: AvailabilityImport }) {
  const { exceptions, breaks, skipped } = found;
  return (
    <>
      <p className="b">{isNothing(found) ? 'Nothing new in it' : `${sums(found)} to set`}</p>
      <ul>
        {exceptions.map(({ date, reason }) => (
          <li key={date}>
            {weekdayAndDay(date)}, free <span className="soft">{reason}</span>
          </li>
        ))}
        {breaks.map(({ fromOn, toOn, note }) => (
          <li key={fromOn}>
            {weekdayAndDay(fromOn)} to {weekdayAndDay(toOn)} <span className="soft">{note}</span>
          </li>
        ))}
      </ul>
      {skipped.length > 0 && (
        <details>
          <summary className="sm">{counted(skipped.length, 'event')} passed over</summary>
          <ul className="sm soft">
            {skipped.map(({ title, why }, i) => (
              <li key={`${i} ${title}`}>
                {title}: {datesInWords(why)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Every broken date of the file, by its event. */
function Fault({ error }: { error: Error }) {
  const more = error instanceof Refusal ? (error.problem.errors ?? []).slice(1) : [];
  return (
    <div className="sm risk" role="alert">
      {messageOf(error)}
      {more.length > 0 && (
        <ul>
          {more.map(({ path, message }) => (
            <li key={path}>
              {path}: {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
