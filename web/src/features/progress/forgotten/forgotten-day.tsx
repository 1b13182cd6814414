import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Today } from '@server/today/today.contract';
import { minutesOf } from '../../../ui/format';
import { ClockIcon } from '../../../ui/icons';
import { LogDrawer } from '../log-drawer';
import { ForgottenDrawer } from './forgotten-drawer';
import classes from './forgotten.module.css';

interface Props {
  page: Pick<Today, 'enrollmentId' | 'date' | 'level' | 'forgotten'>;
  onLogged?: (changedAt: string) => void;
}

/** A planned yesterday with nothing logged: a line, and two clicks to log it as planned. Nothing where nothing is forgotten. */
export function ForgottenDay({ page: { enrollmentId, date, level, forgotten }, onLogged }: Props) {
  const [open, setOpen] = useState<'as-planned' | 'otherwise'>();
  if (!forgotten) return null;
  const minutes = forgotten.items.reduce((sum, item) => sum + item.minutes - item.loggedMinutes, 0);
  const close = () => setOpen(undefined);
  const told = onLogged && { onLogged };
  return (
    <div className={classes.line}>
      <ClockIcon size="s" />
      <span className="grow">Nothing logged yesterday.</span>
      <Button variant="default" size="sm" {...ForgottenDrawer.onIntent} onClick={() => setOpen('as-planned')}>
        Log {minutesOf(minutes)} as planned
      </Button>
      <ForgottenDrawer {...{ enrollmentId, forgotten, ...told }} opened={open === 'as-planned'} onClose={close} onOtherwise={() => setOpen('otherwise')} />
      <LogDrawer
        {...{ enrollmentId, levelId: level.id, today: date, ...told }}
        opened={open === 'otherwise'}
        onClose={close}
        suggested={{ date: forgotten.date }}
      />
    </div>
  );
}
