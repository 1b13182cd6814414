import { TextInput } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { MINUTES_HINT, minutesText, readWithin } from './minutes-words';

interface Props {
  /** Visible; `aria-label` names a field without one. */
  label?: string;
  'aria-label'?: string;
  /** Null while what is typed is no amount of time. */
  value: number | null;
  onChange: (minutes: number | null) => void;
  min?: number;
  max: number;
  /** The arrow keys go up and down by it. */
  step?: number;
  hint?: string;
  error?: React.ReactNode;
  disabled?: boolean;
  className?: string;
}

/** An amount of time, in any form that people write it in, with how it was read. Each field of minutes is one of these. */
export function MinutesField({ value, onChange, min = 1, max, step = 5, hint, error, className, ...input }: Props) {
  const [typed, setTyped] = useState(() => minutesText(value));
  // What was typed stays while it says the value; a value that was set from elsewhere takes its place.
  const read = readWithin(typed, { min, max });
  const text = read.minutes === value || (value === null && read.fault !== undefined) ? typed : minutesText(value);
  const shown = readWithin(text, { min, max });
  const type = (next: string) => {
    setTyped(next);
    onChange(readWithin(next, { min, max }).minutes ?? null);
  };
  const press = (event: KeyboardEvent) => {
    const up = event.key === 'ArrowUp' ? step : event.key === 'ArrowDown' ? -step : 0;
    if (up === 0) return;
    event.preventDefault();
    type(minutesText(Math.min(max, Math.max(min, (value ?? 0) + up))));
  };
  return (
    <TextInput
      {...input}
      className={className ?? ''}
      autoComplete="off"
      inputMode="text"
      value={text}
      onChange={({ currentTarget }) => type(currentTarget.value)}
      onKeyDown={press}
      description={shown.fault === undefined ? (shown.words ?? hint ?? MINUTES_HINT) : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={shown.fault ?? error}
    />
  );
}
