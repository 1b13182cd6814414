import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { AvailabilityExceptionInput, type BreakKind, type WholeAvailability } from '@server/enrollments/availability/availability.contract';
import { notSaved } from '../../api/refusal';
import { Choice } from '../../ui/choice';
import { addDays, counted, daysBetween, minutesOf, weekdayAndDay } from '../../ui/format';
import { MinutesField } from '../../ui/minutes-field';
import { textLimit } from '../../ui/text-limit';
import { toast } from '../../ui/toast-store';
import { useAddBreak, useRemoveBreak, useRemoveException, useSetException } from './availability-queries';
import classes from './availability.module.css';

type Kind = 'date' | BreakKind;
const KINDS: readonly { value: Kind; label: string }[] = [
  { value: 'date', label: 'One date' },
  { value: 'holiday', label: 'Holiday' },
  { value: 'illness', label: 'Illness' },
  { value: 'other', label: 'Other break' },
];

interface Props {
  enrollmentId: string;
  availability: WholeAvailability;
}

/** Adds a date that differs, or a break; an illness may begin up to two weeks back. */
export function DayOffForm({ enrollmentId, availability: { today, settable } }: Props) {
  const [kind, setKind] = useState<Kind>('date');
  const [fromOn, setFromOn] = useState(addDays(today, 1));
  const [toOn, setToOn] = useState(addDays(today, 7));
  const [minutes, setMinutes] = useState<number | null>(0);
  const [note, setNote] = useState('');
  const add = useAddDayOff(enrollmentId);
  const span = kind === 'illness' ? settable.illness : settable.breaks;
  const isDate = kind === 'date';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isDate && minutes === null) return;
    void add.save(kind, { fromOn, toOn, minutes: minutes ?? 0, note }).then(() => setNote(''), () => undefined); // prettier-ignore
  };
  return (
    <form className="stack" style={{ '--gap': '12px' } as React.CSSProperties} onSubmit={submit} aria-label="Add a day off">
      <Choice label="What to add" value={kind} onChange={setKind} options={KINDS} />
      <div className={classes.fields}>
        <DateField label={isDate ? 'Date' : 'From'} value={fromOn} min={span.from} max={span.to} onChange={setFromOn} />
        {isDate ? (
          <MinutesField label="Minutes" hint="0 makes it free" min={0} max={960} step={15} value={minutes} onChange={setMinutes} />
        ) : (
          <DateField label="To, included" value={toOn < fromOn ? fromOn : toOn} min={fromOn} max={span.to} onChange={setToOn} />
        )}
      </div>
      <TextInput
        label="Note"
        placeholder={isDate ? 'A concert' : 'Only for you'}
        {...textLimit(AvailabilityExceptionInput.shape.reason, note)}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      {add.error && (
        <p className="sm risk" role="alert">
          {notSaved(add.error)}
        </p>
      )}
      <div>
        <Button type="submit" variant="default" loading={add.isPending}>
          {isDate ? 'Set this date' : 'Add this break'}
        </Button>
      </div>
    </form>
  );
}

interface DateProps {
  label: string;
  value: string;
  min: string;
  max: string;
  onChange: (date: string) => void;
}

export const DateField = ({ label, value, min, max, onChange }: DateProps) => (
  <TextInput
    type="date"
    label={label}
    required
    withAsterisk={false}
    value={value}
    min={min}
    max={max}
    onChange={({ currentTarget }) => onChange(currentTarget.value || value)}
  />
);

interface DayOff {
  fromOn: string;
  toOn: string;
  minutes: number;
  note: string;
}

/** Either kind is kept in a place of its own; both can be taken back. */
function useAddDayOff(enrollmentId: string) {
  const [set, unset] = [useSetException(enrollmentId), useRemoveException(enrollmentId)];
  const [add, remove] = [useAddBreak(enrollmentId), useRemoveBreak(enrollmentId)];
  const save = async (kind: Kind, { fromOn, toOn, minutes, note }: DayOff): Promise<void> => {
    set.reset();
    add.reset();
    if (kind === 'date') {
      await set.mutateAsync({ date: fromOn, minutes, reason: note });
      toast(`${weekdayAndDay(fromOn)}: ${minutes === 0 ? 'free' : minutesOf(minutes)}. The plan follows`, () => unset.mutate(fromOn));
    } else {
      const last = toOn < fromOn ? fromOn : toOn;
      const { id } = await add.mutateAsync({ kind, fromOn, toOn: last, note });
      toast(`${counted(daysBetween(fromOn, last) + 1, 'day')} off. The plan follows`, () => remove.mutate(id));
    }
  };
  return { save, error: set.error ?? add.error, isPending: set.isPending || add.isPending };
}
