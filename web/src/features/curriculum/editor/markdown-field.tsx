import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { classNames } from '../../../ui/class-names';
import { Markdown } from '../../../ui/markdown';
import { useField } from './editor-context';
import classes from './fields.module.css';
import type { FieldProps } from './fields';

/** Some sentences in Markdown, with a look at how they will be shown. */
export function MarkdownField({ rows = 2, name, label, hint, className }: Omit<FieldProps, 'bare'> & { rows?: number }) {
  const { id, value, set, fault, isRequired, isChanged, onBlur } = useField<string>(name);
  const [isLooking, setLooking] = useState(false);
  return (
    <div className={classNames(isChanged && classes.changed, className)}>
      <div className={classes.labelRow}>
        <label htmlFor={id} className="field-label">
          {label}
        </label>
        {/* Beside the label: its name stays what it is. */}
        {isRequired && (
          <span className={classes.star} aria-hidden>
            {' *'}
          </span>
        )}
        <span className="xs soft">Markdown</span>
        <button type="button" className={classes.preview} aria-pressed={isLooking} onClick={() => setLooking(!isLooking)}>
          Preview<span className="vh"> of {label}</span>
        </button>
      </div>
      {isLooking ? (
        <div id={id} tabIndex={-1} role="group" aria-label={`${label}, as it is shown`} className={classes.look}>
          {value ? <Markdown>{value}</Markdown> : <p className="soft">Nothing to show yet.</p>}
        </div>
      ) : (
        <Textarea
          id={id}
          autosize
          minRows={rows}
          maxRows={14}
          value={value ?? ''}
          onChange={({ currentTarget }) => set(currentTarget.value || undefined)}
          onBlur={onBlur}
          description={hint}
          {...(isRequired && { 'aria-required': true })}
          error={fault}
        />
      )}
    </div>
  );
}
