import type { AvailabilityImport } from '@server/enrollments/availability/availability.contract';
import { counted, datesInWords, todayIn, weekdayAndDay } from '../../ui/format';
import classes from './availability.module.css';

type Found = Pick<AvailabilityImport, 'exceptions' | 'breaks'>;
/** Longer lists of skipped events start closed. */
const FEW = 10;

export const isNothing = ({ exceptions, breaks }: Found): boolean => exceptions.length + breaks.length === 0;

/** 3 days off and 1 break */
export const countsOf = ({ exceptions, breaks }: Found): string =>
  [exceptions.length > 0 && counted(exceptions.length, 'day off', 'days off'), breaks.length > 0 && counted(breaks.length, 'break')]
    .filter(Boolean)
    .join(' and ') || 'Nothing';

/** What a calendar would add, and which of its events add nothing, each with the reason. */
export function CalendarPreview({ found }: { found: AvailabilityImport }) {
  const { exceptions, breaks } = found;
  const isEmpty = isNothing(found) && found.skippedCount === 0;
  return (
    <>
      <p className="b">{isEmpty ? 'This calendar has no events' : isNothing(found) ? 'This calendar adds no days off' : `${countsOf(found)} to add`}</p>
      {!isNothing(found) && (
        <ul className={classes.found}>
          {exceptions.map(({ date, reason }) => (
            <li key={date}>
              {dayOf(date)}: <bdi className="soft">{reason}</bdi>
            </li>
          ))}
          {breaks.map(({ fromOn, toOn, note }) => (
            <li key={fromOn}>
              {dayOf(fromOn)} to {dayOf(toOn)}: <bdi className="soft">{note}</bdi>
            </li>
          ))}
        </ul>
      )}
      {found.skippedCount > 0 && <Skipped found={found} />}
    </>
  );
}

function Skipped({ found: { skipped, skippedCount } }: { found: AvailabilityImport }) {
  return (
    <details open={skippedCount <= FEW}>
      <summary className="sm">{counted(skippedCount, 'event')} skipped</summary>
      <ul className={`sm soft ${classes.found}`} aria-label="Skipped events">
        {skipped.map(({ title, why }, i) => (
          <li key={`${i} ${title}`}>
            <bdi>{title}</bdi>: {datesInWords(why)}
          </li>
        ))}
      </ul>
      {skippedCount > skipped.length && <p className="sm soft">And {counted(skippedCount - skipped.length, 'more event')}</p>}
    </details>
  );
}

/** Fri 25 Dec, with the year where it is not this one. */
const dayOf = (date: string) => `${weekdayAndDay(date)}${date.slice(0, 4) === todayIn().slice(0, 4) ? '' : ` ${date.slice(0, 4)}`}`;
