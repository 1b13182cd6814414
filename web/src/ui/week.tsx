import { Beacon, type BeaconState } from './beacon';
import { bandsFor, bandsPainted } from './beacon-shape';
import { classNames } from './class-names';
import { dayInFull, weekdayAndNumber } from './format';
import classes from './week.module.css';

export interface DayOfWeek {
  date: string;
  plannedMinutes: number;
  loggedMinutes: number;
  rest: boolean;
}

interface Props {
  days: readonly DayOfWeek[];
  /** The learner's own date. */
  today: string;
  /** What it is a list of: 'This week'. */
  label: string;
  onPlate?: boolean;
}

/** What a day of the week is to the learner: nothing is missed before its day is over. */
export function dayState({ date, plannedMinutes, loggedMinutes, rest }: DayOfWeek, today: string): BeaconState {
  if (loggedMinutes === 0 && (rest || plannedMinutes === 0)) return 'rest';
  if (date === today) return 'today';
  if (loggedMinutes >= plannedMinutes && loggedMinutes > 0) return 'done';
  if (loggedMinutes > 0) return 'part';
  return date < today ? 'missed' : 'ahead';
}

const WORDS: Record<BeaconState, string> = { done: 'done', part: 'in part', today: 'today', ahead: 'ahead', missed: 'missed', rest: 'rest' };

function minutesShown({ plannedMinutes, loggedMinutes }: DayOfWeek, state: BeaconState): string {
  if (state === 'rest') return 'rest';
  if (plannedMinutes > 0 && (state === 'part' || state === 'today' || state === 'missed')) return `${loggedMinutes}/${plannedMinutes}`;
  return String(loggedMinutes || plannedMinutes);
}

/** The week as seven marks, minutes underneath. */
export function Week({ days, today, label, onPlate = false }: Props) {
  // The first bare number carries the unit for all.
  const first = days.findIndex((day) => /^\d+$/.test(minutesShown(day, dayState(day, today))));
  return (
    <ol className={classNames(classes.week, onPlate && classes.plate)} aria-label={label}>
      {days.map((day, index) => {
        const state = dayState(day, today);
        const bands = bandsFor(day.plannedMinutes || day.loggedMinutes);
        return (
          <li key={day.date} {...(day.date === today && { 'aria-current': 'date' as const })}>
            <span aria-hidden>{weekdayAndNumber(day.date)}</span>
            <Beacon bands={bands} painted={bandsPainted(day.loggedMinutes, day.plannedMinutes, bands)} state={state} onPlate={onPlate} />
            <span className="num nowrap" aria-hidden>
              {minutesShown(day, state)}
              {index === first && ' min'}
            </span>
            <span className="vh">
              {dayInFull(day.date)}: {WORDS[state]}
              {state !== 'rest' && `, ${day.loggedMinutes} of ${day.plannedMinutes} minutes`}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
