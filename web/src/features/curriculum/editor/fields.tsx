import { MultiSelect, NumberInput, Select, Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Choice } from '../../../ui/choice';
import { classNames } from '../../../ui/class-names';
import { Markdown } from '../../../ui/markdown';
import { useEditor, useField, usePartPath } from './editor-context';
import classes from './fields.module.css';
import rows from './rows.module.css';

interface Props {
  /** Of the value in the part one is in: 'title', 'exam.minutes'. */
  name: string;
  /** What it is called; read out only where `bare`. */
  label: string;
  hint?: string;
  /** Without a visible label: in a row whose head says it. */
  bare?: boolean;
  className?: string;
}

const named = ({ label, bare }: Props) => (bare ? { 'aria-label': label } : { label });
const look = (isChanged: boolean, className?: string) => classNames(isChanged && classes.changed, className);

/** A line of text. */
export function LineField({ onBlur, placeholder, ...props }: Props & { onBlur?: () => void; placeholder?: string }) {
  const { id, value, set, fault, isChanged, onBlur: touched } = useField<string>(props.name);
  const left = () => {
    touched();
    onBlur?.();
  };
  return (
    <TextInput
      {...named(props)}
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

/** Some sentences in Markdown, with a look at how they will be shown. */
export function ProseField({ rows: minRows = 2, placeholder, ...props }: Props & { rows?: number; placeholder?: string }) {
  const { id, value, set, fault, isChanged, onBlur } = useField<string>(props.name);
  const [view, setView] = useState<'write' | 'look'>('write');
  const isMarked = /[*_`#[\]]|^- |^\d\. /m.test(value ?? '');
  return (
    <div className={look(isChanged, props.className)}>
      {isMarked && (
        <div className={classes.views}>
          <Choice
            label={`${props.label}: write or look`}
            value={view}
            onChange={setView}
            options={[
              { value: 'write', label: 'Write' },
              { value: 'look', label: 'Look' },
            ]}
          />
        </div>
      )}
      {view === 'look' && isMarked ? (
        <div role="group" aria-label={`${props.label}, as it is shown`}>
          {!props.bare && <div className="field-label">{props.label}</div>}
          <Markdown className={classes.look}>{value ?? ''}</Markdown>
        </div>
      ) : (
        <Textarea
          {...named(props)}
          id={id}
          autosize
          minRows={minRows}
          {...(placeholder && { placeholder })}
          maxRows={14}
          value={value ?? ''}
          onChange={({ currentTarget }) => set(currentTarget.value || undefined)}
          onBlur={onBlur}
          description={props.hint}
          error={fault}
        />
      )}
    </div>
  );
}

/** A whole or decimal number. `per`: how many of the document's units one shown unit is, 60 for hours that are kept in minutes. */
export function FigureField({ per = 1, min = 0, max, suffix, ...props }: Props & { per?: number; min?: number; max?: number; suffix?: string }) {
  const { id, value, set, fault, isChanged, onBlur } = useField<number>(props.name);
  return (
    <NumberInput
      {...named(props)}
      id={id}
      value={value === undefined ? '' : Math.round((value / per) * 100) / 100}
      onChange={(next) => set(typeof next === 'number' ? Math.round(next * per * 100) / 100 : undefined)}
      onBlur={onBlur}
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
export function NamesField(props: Props) {
  const { id, value, set, fault, isChanged, onBlur } = useField<string[]>(props.name);
  return (
    <TagsInput
      {...named(props)}
      id={id}
      value={value ?? []}
      onChange={(next) => set(next)}
      onBlur={onBlur}
      description={props.hint ?? 'Type one, then Enter'}
      error={fault}
      splitChars={[]}
      acceptValueOnBlur
      classNames={{ pill: classes.name ?? '' }}
      className={look(isChanged, props.className)}
    />
  );
}

export interface Option {
  value: string;
  label: string;
}

/** One of a few; `none` says what nothing is called. */
export function PickField({ options, none, ...props }: Props & { options: readonly Option[]; none?: string }) {
  const { id, value, set, fault, isChanged, onBlur } = useField<string>(props.name);
  return (
    <Select
      {...named(props)}
      id={id}
      data={[...options]}
      value={value ?? null}
      onChange={(next) => set(next ?? undefined)}
      onBlur={onBlur}
      clearable={none !== undefined}
      {...(none !== undefined ? { placeholder: none } : { allowDeselect: false })}
      description={props.hint}
      error={fault}
      className={look(isChanged, props.className)}
    />
  );
}

/** Several of what the curriculum holds, in the order they are chosen. */
export function PicksField({ options, ...props }: Props & { options: readonly Option[] }) {
  const { id, value, set, fault, isChanged, onBlur } = useField<string[]>(props.name);
  // A slug that leads nowhere is shown as it is, so that it can be taken out.
  const dangling = (value ?? []).filter((slug) => !options.some((option) => option.value === slug)).map((slug) => ({ value: slug, label: slug }));
  return (
    <MultiSelect
      {...named(props)}
      id={id}
      data={[...options, ...dangling]}
      value={value ?? []}
      onChange={(next) => set(next)}
      onBlur={onBlur}
      description={props.hint}
      error={fault}
      className={look(isChanged, props.className)}
    />
  );
}

export function SwitchField({ otherwise = false, ...props }: Props & { otherwise?: boolean }) {
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

/** What is wrong with the fields of a row, below it: 'Weight: is missing'. */
export function RowFaults({ names }: { names: Readonly<Record<string, string>> }) {
  const { known, isTouched } = useEditor();
  const part = usePartPath();
  const faults = Object.entries(names).flatMap(([name, words]) => {
    const path = `${part}.${name}`;
    const fault = isTouched(path) && known.faults.find((each) => each.path === path);
    return fault ? [`${words}: ${fault.message.charAt(0).toLowerCase()}${fault.message.slice(1)}`] : [];
  });
  if (faults.length === 0) return null;
  return <p className={classNames('field-fault', rows.wide)}>{faults.join('. ')}</p>;
}
