import { WEEKDAYS, type Availability } from '@server/enrollments/enrollments.contract';
import { minutesOf, weekdayName } from '../../ui/format';
import classes from './week-picker.module.css';

const STEP = 15;
const MOST = 240;

interface Props {
  value: Availability;
  onChange: (value: Availability) => void;
}

/** Minutes of a usual week, one slider a day; nothing on a day makes it a rest day. */
export function WeekPicker({ value, onChange }: Props) {
  return (
    <ul className={classes.days}>
      {WEEKDAYS.map((day, index) => {
        const minutes = value[day];
        const most = Math.max(MOST, minutes);
        const words = minutes === 0 ? 'rest' : minutesOf(minutes);
        return (
          <li key={day}>
            <label htmlFor={`minutes-${day}`}>{weekdayName(index)}</label>
            <input
              id={`minutes-${day}`}
              type="range"
              min={0}
              max={most}
              step={STEP}
              value={minutes}
              aria-valuetext={minutes === 0 ? 'rest' : `${minutes} minutes`}
              style={{ '--filled': `${(minutes / most) * 100}%` } as React.CSSProperties}
              onChange={({ currentTarget }) => onChange({ ...value, [day]: Number(currentTarget.value) })}
            />
            <output htmlFor={`minutes-${day}`} className={minutes === 0 ? 'soft' : 'b num'}>
              {words}
            </output>
          </li>
        );
      })}
    </ul>
  );
}
