import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { readMinutes } from '@server/platform/time/minutes-text.contract';
import { classNames } from '../../../ui/class-names';
import { useField } from './editor-context';
import type { FieldProps } from './fields';
import { shownFigure } from './figure';
import fields from './fields.module.css';
import rows from './rows.module.css';

type Unit = 'minutes' | 'hours';
const PER: Record<Unit, number> = { minutes: 1, hours: 60 };

const SIGNS: Record<Unit, string> = { minutes: 'min', hours: 'h' };

/** An amount of time that the document keeps in minutes; `unit` is what a number alone means here. */
export function TimeField({ unit, bare, label, name, hint, className }: FieldProps & { unit: Unit }) {
  const { id, value, set, fault, isRequired, isChanged, onBlur } = useField<number>(name);
  const [typed, setTyped] = useState<string>();
  const read = typed === undefined || typed.trim() === '' ? undefined : readMinutes(typed, unit);
  const isOwn = typed !== undefined && (read === undefined ? value === undefined : read.minutes === value);
  const figure = `${shownFigure(value, PER[unit], undefined)}`;
  const shown = isOwn ? typed : bare && figure !== '' ? `${figure} ${SIGNS[unit]}` : figure;
  const error = isOwn ? (read?.fault ?? fault) : fault;
  return (
    <TextInput
      {...(bare ? { 'aria-label': label } : { label, withAsterisk: isRequired })}
      {...(isRequired && { 'aria-required': true as const })}
      id={id}
      autoComplete="off"
      value={shown}
      onChange={({ currentTarget }) => {
        const next = currentTarget.value;
        setTyped(next);
        set(next.trim() === '' ? undefined : readMinutes(next, unit).minutes);
      }}
      onBlur={() => {
        if (read?.fault === undefined) setTyped(undefined);
        onBlur();
      }}
      {...(bare && { placeholder: SIGNS[unit] })}
      description={hint}
      // A narrow field has no room for words: its row says them (RowFaults).
      error={bare ? Boolean(error) : error}
      {...(bare && read?.fault !== undefined && { title: read.fault })}
      className={classNames(isChanged && fields.changed, classNames(bare && rows.figure, className))}
    />
  );
}
