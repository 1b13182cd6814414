import type { ReactNode } from 'react';
import type { StudyEntry } from '@server/progress/progress.contract';
import { duration, minutesOf, weekdayAndDay } from '../../ui/format';
import { KindMark } from '../../ui/kind-mark';
import { Markdown } from '../../ui/markdown';
import classes from './entry-list.module.css';
import { RECALL_SAID, SOURCE_WORDS, STUDY_KIND_WORDS } from './study-words';

export type Entry = Omit<StudyEntry, 'day'>;

interface Props {
  /** The latest day first. */
  entries: readonly Entry[];
  /** Earlier entries are not here yet: the last day may be in pieces, so its sum is not said. */
  goesOn: boolean;
  /** False where a search leaves out some of a day: its sum is not said then either. */
  isWhole?: boolean;
  nameOf: (entry: Entry) => string;
  /** At the end of each entry: what can be done with it. */
  acts?: (entry: Entry) => ReactNode;
}

/** What was logged, a day a group: its date and sum at the side, on the phone above. */
export function EntryList({ entries, goesOn, isWhole = true, nameOf, acts }: Props) {
  const inPieces = goesOn ? entries.at(-1)?.date : undefined;
  return (
    <ol className={classes.days}>
      {[...byDate(entries)].map(([date, ofDay]) => (
        <li key={date}>
          <h3>
            {weekdayAndDay(date)}
            {isWhole && ofDay.length > 1 && date !== inPieces && (
              <span className="soft num">{duration(ofDay.reduce((sum, { minutes }) => sum + minutes, 0))}</span>
            )}
          </h3>
          <ul>
            {ofDay.map((entry) => (
              <li key={entry.id}>
                <span className={classes.mark}>
                  <KindMark kind={entry.projectId ? 'project' : MARKS[entry.kind]} silent />
                </span>
                <div className="grow">
                  <div>{nameOf(entry)}</div>
                  <div className="sm soft">{saidOf(entry)}</div>
                  {entry.note && <Markdown className={classes.note}>{entry.note}</Markdown>}
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

/** The shape of each way to study. */
const MARKS = { reading: 'study', 'hands-on': 'study', video: 'study', review: 'review', 'practice-exam': 'practice' } as const;

/** Hands-on, went well. Logged later. Imported */
function saidOf({ kind, recall, loggedLater, source }: Entry): string {
  const study = [STUDY_KIND_WORDS[kind], recall && RECALL_SAID[recall]].filter(Boolean).join(', ');
  // What is imported is later by its nature.
  return [study, loggedLater && source !== 'import' && 'Logged later', source !== 'web' && SOURCE_WORDS[source]].filter(Boolean).join('. ');
}

function byDate(entries: readonly Entry[]): Map<string, Entry[]> {
  const days = new Map<string, Entry[]>();
  for (const entry of entries) days.set(entry.date, [...(days.get(entry.date) ?? []), entry]);
  return days;
}
