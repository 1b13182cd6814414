import { Checkbox, type CheckboxProps } from '@mantine/core';

/** Whether a new password also ends what works without a password. */
export function RevokeAccessField(props: CheckboxProps) {
  return (
    <Checkbox
      label="Also revoke my tokens and calendar link"
      description="They work without a password. Keep them only if you’re sure that nobody else has them."
      {...props}
    />
  );
}
