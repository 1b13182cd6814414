import { MultiSelect } from '@mantine/core';
import type { PartLock } from '@server/plans/locks.contract';
import { useQuery } from '@tanstack/react-query';
import { locksQuery } from './plan-queries';
import classes from './what-if.module.css';

interface Props {
  enrollmentId: string;
  /** Ids of skills and projects. */
  value: readonly string[];
  onChange: (partIds: string[]) => void;
}

/** Which parts of the level the plan does without. */
export function LeaveOutField({ enrollmentId, value, onChange }: Props) {
  const { data } = useQuery(locksQuery(enrollmentId));
  if (!data) return null;
  const of = (wanted: PartLock['kind']) => data.items.filter(({ kind }) => kind === wanted).map(({ partId, title }) => ({ value: partId, label: title }));
  const groups = [
    { group: 'Skills', items: of('skill') },
    { group: 'Projects', items: of('project') },
  ];
  return (
    <MultiSelect
      label="Leave out"
      description="The plan holds no work for it; it still counts for readiness"
      placeholder={value.length === 0 ? 'Nothing' : undefined}
      data={groups.filter(({ items }) => items.length > 0)}
      value={[...value]}
      onChange={onChange}
      classNames={{ pill: classes.leftOut ?? '' }}
      searchable
      hidePickedOptions
      nothingFoundMessage="No such part"
    />
  );
}
