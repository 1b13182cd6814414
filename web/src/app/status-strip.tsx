import { useNetwork } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { enrollmentChanged } from '../features/enrollments/enrollment-changes';
import { useOutbox, watchOutbox } from '../features/progress/outbox/outbox';
import { TimerChip } from '../features/progress/timer/timer-chip';
import { Chip } from '../ui/chip';
import { WarningIcon } from '../ui/icons';
import classes from './status-strip.module.css';

/** Above every page of a learner: no network, what waits to be sent, and the timer. Nothing where all is as usual. */
export function StatusStrip() {
  const queries = useQueryClient();
  const { online } = useNetwork();
  const waiting = useOutbox().filter(({ refusal }) => refusal === null).length;
  const onToday = useLocation({ select: ({ pathname }) => pathname === '/today' });
  useEffect(() => watchOutbox(({ enrollmentId }) => void enrollmentChanged(queries, enrollmentId)), [queries]);
  return (
    <div className={classes.strip} role="status">
      {!online && (
        <Chip tone="near" icon={<WarningIcon size="s" />}>
          No network. What you log is saved on this device
        </Chip>
      )}
      {waiting > 0 && !onToday && (
        <Chip tone="near" icon={<WarningIcon size="s" />}>
          {waiting === 1 ? 'One log waits to be sent' : `${waiting} logs wait to be sent`}
        </Chip>
      )}
      {!onToday && <TimerChip />}
    </div>
  );
}
