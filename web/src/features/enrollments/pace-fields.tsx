import { Select } from '@mantine/core';
import type { Pace } from '@server/enrollments/pace.contract';
import { duration } from '../../ui/format';
import { clampedPace, MOST_CHOICES, SHORTEST_CHOICES, withChosen } from './pace-choices';
import classes from './pace-fields.module.css';

interface Props {
  value: Pace;
  onChange: (pace: Pace) => void;
}

const NO_LIMIT = 'none';
const choice = (minutes: number) => ({ value: `${minutes}`, label: duration(minutes) });

/** How hard one goes: the most minutes a day, and the shortest session that is worth sitting down for. */
export function PaceFields({ value, onChange }: Props) {
  const { mostMinutesADay: most, shortestSessionMinutes: shortest } = value;
  return (
    <div className={classes.fields}>
      <Select
        label="At most a day"
        allowDeselect={false}
        data={[{ value: NO_LIMIT, label: 'No limit' }, ...withChosen(MOST_CHOICES, most).map(choice)]}
        value={most === null ? NO_LIMIT : `${most}`}
        onChange={(chosen) => onChange(clampedPace({ ...value, mostMinutesADay: chosen === null || chosen === NO_LIMIT ? null : Number(chosen) }))}
      />
      <Select
        label="Shortest session"
        allowDeselect={false}
        data={withChosen(SHORTEST_CHOICES, shortest)
          .filter((minutes) => most === null || minutes <= most)
          .map(choice)}
        value={`${shortest}`}
        onChange={(chosen) => onChange({ ...value, shortestSessionMinutes: Number(chosen ?? shortest) })}
      />
    </div>
  );
}
