import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { addFixedDate } from '@server/plans/pins/pins.contract';
import type { FixedDate, Plan } from '@server/plans/plans.contract';
import { notSaved } from '../../api/refusal';
import { Choice } from '../../ui/choice';
import { addDays } from '../../ui/format';
import { MinutesField } from '../../ui/minutes-field';
import { textLimit } from '../../ui/text-limit';
import classes from './fixed-date-form.module.css';

export const FIXED_KINDS: Record<FixedDate['kind'], string> = { workshop: 'Workshop', 'cohort-session': 'Cohort session' };
const KINDS = (['workshop', 'cohort-session'] as const).map((value) => ({ value, label: FIXED_KINDS[value] }));
const USUAL_MINUTES = 90;

interface Props {
  plan: Pick<Plan, 'today' | 'examOn'>;
  /** One to change; without it a new one. */
  fixed?: FixedDate;
  act: string;
  onSave: (fixed: Omit<FixedDate, 'id'>) => void;
  onCancel: () => void;
  isPending: boolean;
  error: Error | null;
}

/** What takes place, when, and how long it takes of that day. */
export function FixedDateForm({ plan: { today, examOn }, fixed, act, onSave, onCancel, isPending, error }: Props) {
  const [said, setSaid] = useState<Omit<FixedDate, 'id'>>(
    fixed
      ? { kind: fixed.kind, title: fixed.title, date: fixed.date, minutes: fixed.minutes }
      : { kind: 'workshop', title: '', date: addDays(today, 1), minutes: USUAL_MINUTES },
  );
  const say = (more: Partial<typeof said>) => setSaid({ ...said, ...more });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (said.minutes > 0) onSave(said);
  };
  return (
    <form className={classes.form} onSubmit={submit} aria-label={fixed ? `Change ${fixed.title}` : 'Add a fixed date'}>
      <Choice label="What it is" value={said.kind} onChange={(kind) => say({ kind })} options={KINDS} />
      <TextInput
        label="Title"
        required
        withAsterisk={false}
        {...textLimit(addFixedDate.body.shape.title, said.title)}
        placeholder="A day with the team"
        value={said.title}
        onChange={({ currentTarget }) => say({ title: currentTarget.value })}
      />
      <div className={classes.fields}>
        <TextInput
          type="date"
          label="Date"
          required
          withAsterisk={false}
          value={said.date}
          min={today}
          max={addDays(examOn, -1)}
          onChange={({ currentTarget }) => say({ date: currentTarget.value || said.date })}
        />
        <MinutesField label="Minutes" max={1440} step={15} value={said.minutes || null} onChange={(minutes) => say({ minutes: minutes ?? 0 })} />
      </div>
      {error && (
        <p className="sm risk" role="alert">
          {notSaved(error)}
        </p>
      )}
      <div className="row">
        <Button type="submit" loading={isPending}>
          {act}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
