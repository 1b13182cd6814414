import type { ReactNode } from 'react';
import type { StudyEntry } from '@server/progress/progress.contract';
import { duration, minutesOf, weekdayAndDay } from '../../ui/format';
import { KindMark } from '../../ui/kind-mark';
import classes from './entry-list.module.css';

export type Entry = Omit<StudyEntry, 'day'>;

interface Props {
  /** The latest day first. */
  entries: readonly Entry[];
  /** Earlier entries are not here yet: the last day may be in pieces, so its sum is not said. */
  goesOn: boolean;
  nameOf: (entry: Entry) => string;
  /** At the end of each entry: what can be done with it. */
  acts?: (entry: Entry) => ReactNode;
}

/** What was logged, a day a group: its date and sum at the side, on the phone above. */
export function EntryList({ entries, goesOn, nameOf, acts }: Props) {
  const inPieces = goesOn ? entries.at(-1)?.date : undefined;
  return (
    <ol className={classes.days}>
      {[...byDate(entries)].map(([date, ofDay]) => (
        <li key={date}>
          <h3>
            {weekdayAndDay(date)}
            {ofDay.length > 1 && date !== inPieces && <span className="soft num">{duration(ofDay.reduce((sum, { minutes }) => sum + minutes, 0))}</span>}
          </h3>
          <ul>
            {ofDay.map((entry) => (
              <li key={entry.id}>
                <KindMark kind={entry.projectId ? 'project' : 'study'} />
                <div className="grow">
                  <div>{nameOf(entry)}</div>
                  {entry.note && <div className="sm soft">{entry.note}</div>}
                </div>
                <span className="num nowrap">{minutesOf(entry.minutes)}</span>
                {acts?.(entry)}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function byDate(entries: readonly Entry[]): Map<string, Entry[]> {
  const days = new Map<string, Entry[]>();
  for (const entry of entries) days.set(entry.date, [...(days.get(entry.date) ?? []), entry]);
  return days;
}
