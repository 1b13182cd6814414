import { ActionIcon, type ActionIconProps } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';
import { classNames } from '../../../ui/class-names';
import classes from './rows.module.css';

type Props = ActionIconProps & Omit<ComponentPropsWithRef<'button'>, keyof ActionIconProps>;

/** The button at the end of a row, an icon with a name; as large as a finger on the phone. */
export function SmallIcon({ className, ...rest }: Props) {
  return <ActionIcon {...rest} className={classNames(classes.icon, className)} />;
}
