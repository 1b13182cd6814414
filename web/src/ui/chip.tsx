import type { ReactNode } from 'react';
import classes from './chip.module.css';
import { classNames } from './class-names';

interface Props {
  tone?: 'plain' | 'ready' | 'near' | 'risk' | 'signal' | 'accent' | 'outline';
  /** A shape of its own beside the word; colour only helps. */
  icon?: ReactNode;
  children: ReactNode;
}

/** A small sign: a state's word, with its shape. */
export function Chip({ tone = 'plain', icon, children }: Props) {
  return (
    <span className={classNames(classes.chip, classes[tone])}>
      {icon}
      <span>{children}</span>
    </span>
  );
}
