import { useQuery } from '@tanstack/react-query';
import { counted } from '../../ui/format';
import { Rows } from '../../ui/rows';
import { Section } from '../../ui/section';
import { LockNote } from './lock-note';
import { locksQuery } from './plan-queries';

/** Parts of the plan that wait for something; what is left out of it waits for nothing. */
export function LockedParts({ enrollmentId }: { enrollmentId: string }) {
  const { data } = useQuery(locksQuery(enrollmentId));
  const locked = data?.items.filter((part) => part.locked && !part.leftOut) ?? [];
  if (locked.length === 0) return null;
  return (
    <Section title="Not open yet" lead={`${counted(locked.length, 'part')} of your level ${locked.length === 1 ? 'waits' : 'wait'} for something first.`}>
      <Rows label="Parts that are not open yet">
        {locked.map((lock) => (
          <li key={lock.partId}>
            <LockNote lock={lock} isNamed />
          </li>
        ))}
      </Rows>
    </Section>
  );
}
