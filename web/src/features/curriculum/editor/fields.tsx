import { MultiSelect, NumberInput, Select, Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { classNames } from '../../../ui/class-names';
import { useField } from './editor-context';
import { figureOf, shownFigure } from './figure';
import classes from './fields.module.css';
import rows from './rows.module.css';

export interface FieldProps {
  /** Of the value in the part one is in: 'title', 'exam.minutes'. */
  name: string;
  /** What it is called; read out only where `bare`. */
  label: string;
  hint?: string;
  /** Without a visible label: in a row whose head says it. */
  bare?: boolean;
  className?: string;
}

/** A star beside its label where a release must have it; said as such in any case. */
const named = ({ label, bare }: FieldProps, isRequired: boolean) => ({
  ...(bare ? { 'aria-label': label } : { label, withAsterisk: isRequired }),
  ...(isRequired && { 'aria-required': true as const }),
});
const look = (isChanged: boolean, className?: string) => classNames(isChanged && classes.changed, className);

/** A line of text. */
export function LineField({ onBlur, placeholder, ...props }: FieldProps & { onBlur?: () => void; placeholder?: string }) {
  const { id, value, set, fault, isRequired, isChanged, onBlur: touched } = useField<string>(props.name);
  const left = () => {
    touched();
    onBlur?.();
  };
  return (
    <TextInput
      {...named(props, isRequired)}
      id={id}
      value={value ?? ''}
      onChange={({ currentTarget }) => set(currentTarget.value || undefined)}
      onBlur={left}
      description={props.hint}
      error={fault}
      {...(placeholder && { placeholder })}
      className={look(isChanged, props.className)}
    />
  );
}

/** Some sentences, shown as they are written. */
export function TextField({ rows: minRows = 1, placeholder, ...props }: FieldProps & { rows?: number; placeholder?: string }) {
  const { id, value, set, fault, isRequired, isChanged, onBlur } = useField<string>(props.name);
  return (
    <Textarea
      {...named(props, isRequired)}
      id={id}
      autosize
      minRows={minRows}
      maxRows={14}
      {...(placeholder && { placeholder })}
      value={value ?? ''}
      onChange={({ currentTarget }) => set(currentTarget.value || undefined)}
      onBlur={onBlur}
      description={props.hint}
      error={fault}
      className={look(isChanged, props.className)}
    />
  );
}

/** A whole or decimal number. */
export function FigureField({ min = 0, max, suffix, ...props }: FieldProps & { min?: number; max?: number; suffix?: string }) {
  const { id, value, set, fault, isRequired, isChanged, onBlur } = useField<number>(props.name);
  const [typed, setTyped] = useState<string | number>();
  return (
    <NumberInput
      {...named(props, isRequired)}
      id={id}
      value={shownFigure(value, 1, typed)}
      onChange={(next) => {
        setTyped(next);
        set(figureOf(next, 1));
      }}
      onBlur={() => {
        setTyped(undefined);
        onBlur();
      }}
      min={min}
      {...(max !== undefined && { max })}
      {...(suffix && { suffix, placeholder: suffix.trim() })}
      description={props.hint}
      // A narrow field has no room for words: its row says them (RowFaults).
      error={props.bare ? Boolean(fault) : fault}
      hideControls
      className={look(isChanged, classNames(props.bare && rows.figure, props.className))}
    />
  );
}

/** Several short names: type, then Enter. */
export function NamesField(props: FieldProps) {
  const { id, value, set, fault, isRequired, isChanged, onBlur } = useField<string[]>(props.name);
  return (
    <TagsInput
      {...named(props, isRequired)}
      id={id}
      value={value ?? []}
      onChange={(next) => set(next)}
      onBlur={onBlur}
      description={props.hint ?? 'Type one, then Enter'}
      error={fault}
      splitChars={[]}
      acceptValueOnBlur
      classNames={{ input: classes.pills ?? '', pill: classes.name ?? '' }}
      className={look(isChanged, props.className)}
    />
  );
}

export interface Option {
  value: string;
  label: string;
}

interface PickProps extends FieldProps {
  options: readonly Option[];
  /** What nothing is called. */
  none?: string;
  /** What happens besides, once another is picked. */
  onPick?: (value: string | undefined) => void;
}

/** One of a few. */
export function PickField({ options, none, onPick, ...props }: PickProps) {
  const { id, value, set, fault, isRequired, isChanged, onBlur } = useField<string>(props.name);
  return (
    <Select
      {...named(props, isRequired)}
      id={id}
      data={[...options]}
      value={value ?? null}
      onChange={(next) => (onPick ?? set)(next ?? undefined)}
      onBlur={onBlur}
      clearable={none !== undefined}
      placeholder={none ?? 'Choose one'}
      allowDeselect={none !== undefined}
      description={props.hint}
      error={fault}
      className={look(isChanged, props.className)}
    />
  );
}

/** Several of what the curriculum holds. */
export function PicksField({ options, ...props }: FieldProps & { options: readonly Option[] }) {
  const { id, value, set, fault, isRequired, isChanged, onBlur } = useField<string[]>(props.name);
  // A slug that leads nowhere is shown as it is, so that it can be taken out.
  const dangling = (value ?? []).filter((slug) => !options.some((option) => option.value === slug)).map((slug) => ({ value: slug, label: slug }));
  return (
    <MultiSelect
      {...named(props, isRequired)}
      id={id}
      data={[...options, ...dangling]}
      value={value ?? []}
      onChange={(next) => set(next)}
      onBlur={onBlur}
      description={props.hint}
      error={fault}
      classNames={{ input: classes.pills ?? '' }}
      className={look(isChanged, props.className)}
    />
  );
}

export function SwitchField({ otherwise = false, ...props }: FieldProps & { otherwise?: boolean }) {
  const { id, value, set, isChanged } = useField<boolean>(props.name);
  return (
    <Switch
      id={id}
      label={props.label}
      description={props.hint}
      checked={value ?? otherwise}
      onChange={({ currentTarget }) => set(currentTarget.checked)}
      className={look(isChanged, props.className)}
    />
  );
}
