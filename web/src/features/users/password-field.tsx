import { TextInput, type TextInputProps } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import classes from './password-field.module.css';

interface Props extends Omit<TextInputProps, 'type' | 'rightSection'> {
  autoComplete: 'current-password' | 'new-password';
  /** At the right of the label: the way to a new one. */
  aside?: ReactNode;
}

/** A password, which one may look at while typing. */
export function PasswordField({ aside, label, description, ...props }: Props) {
  const [shown, setShown] = useState(false);
  const show = (
    <button type="button" className={classes.show} aria-label={shown ? 'Hide the password' : 'Show the password'} onClick={() => setShown(!shown)}>
      {shown ? 'Hide' : 'Show'}
    </button>
  );
  return (
    <div className={classes.field}>
      {aside !== undefined && <div className={classes.aside}>{aside}</div>}
      <TextInput
        {...props}
        label={label}
        description={props.error ? undefined : description}
        type={shown ? 'text' : 'password'}
        spellCheck={false}
        autoCapitalize="none"
        rightSection={show}
        rightSectionWidth={68}
      />
    </div>
  );
}
