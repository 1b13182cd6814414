import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import { MAX_CALENDAR_MB, type AvailabilityImport } from '@server/enrollments/availability/availability.contract';
import { messageOf } from '../../ui/failed';
import { toast } from '../../ui/toast-store';
import { useImportCalendar, usePreviewCalendar } from './availability-queries';
import { CalendarPreview, countsOf, isNothing } from './calendar-preview';
import classes from './availability.module.css';

const BYTES_IN_A_MB = 1_048_576;

/** Days off from a calendar file: the person checks them before anything is saved. */
export function CalendarImport({ enrollmentId }: { enrollmentId: string }) {
  const [file, setFile] = useState<File | null>(null);
  const preview = usePreviewCalendar(enrollmentId);
  const save = useImportCalendar(enrollmentId);
  const close = () => {
    setFile(null);
    preview.reset();
    save.reset();
  };
  const choose = (chosen: File | null) => {
    if (!chosen) return;
    close();
    setFile(chosen);
    if (!isTooLarge(chosen)) preview.mutate(chosen);
  };
  const added = (saved: AvailabilityImport) => {
    toast(`${countsOf(saved)} added. Your plan updates in a moment`);
    close();
  };
  const add = () => file && save.mutate(file, { onSuccess: added });
  const error = save.error ?? preview.error;
  const fault = file && isTooLarge(file) ? tooLargeWords(file) : error && messageOf(error);
  return (
    <div className="stack" style={{ '--gap': '12px' } as React.CSSProperties}>
      <div>
        <FileButton accept=".ics,.ical,.vcs,text/calendar" onChange={choose}>
          {(props) => (
            <Button {...props} variant="default" loading={preview.isPending}>
              Import days off from a calendar
            </Button>
          )}
        </FileButton>
        <p className="sm soft">
          Choose an .ics file of up to {MAX_CALENDAR_MB} MB. Whole-day events become days off, longer ones breaks. You check them before they are saved.
        </p>
      </div>
      {fault && (
        <p className="sm risk" role="alert">
          {fault}
        </p>
      )}
      {preview.data && (
        <div className={classes.preview} role="region" aria-label="Days off in this calendar">
          <CalendarPreview found={preview.data} />
          <div className={classes.acts}>
            <Button disabled={isNothing(preview.data)} loading={save.isPending} onClick={add}>
              Add days off
            </Button>
            <Button variant="subtle" onClick={close}>
              Cancel
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}

const isTooLarge = ({ size }: File) => size > MAX_CALENDAR_MB * BYTES_IN_A_MB;
const tooLargeWords = ({ size }: File) =>
  `This file is ${Math.ceil(size / BYTES_IN_A_MB)} MB. The limit is ${MAX_CALENDAR_MB} MB. Export only your days off, or fewer years.`;
