import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { EnrollmentChange } from '@server/enrollments/life/life.contract';
import { dateInFull, whenOf } from '../../ui/format';
import { QueryRegion } from '../../ui/query-region';
import { Section } from '../../ui/section';
import { changesQuery } from './life-queries';
import { PersonName } from '../../ui/person-name';
import classes from './availability.module.css';

interface Props {
  enrollmentId: string;
  /** The learner's, in which moments are told. */
  timeZone: string;
}

/** What became different, when and by whom, the latest first. */
export function EnrollmentHistory({ enrollmentId, timeZone }: Props) {
  const query = useInfiniteQuery(changesQuery(enrollmentId));
  return (
    <Section title="History">
      <QueryRegion
        query={query}
        what="History"
        isEmpty={({ pages }) => pages[0]?.items.length === 0}
        empty={<p className="sm soft">Nothing has changed yet.</p>}
      >
        {({ pages }) => (
          <ol className={classes.history} aria-label="History">
            {pages
              .flatMap(({ items }) => items)
              .map((change) => (
                <One key={change.id} change={change} timeZone={timeZone} />
              ))}
          </ol>
        )}
      </QueryRegion>
      {query.hasNextPage && (
        <Button variant="subtle" mt="sm" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Show earlier
        </Button>
      )}
    </Section>
  );
}

/** Dates are told as dates are elsewhere: 14 November 2026. */
const told = (words: string) => words.replaceAll(/\d{4}-\d\d-\d\d/g, dateInFull);

function One({ change: { words, note, changedAt, changedBy }, timeZone }: { change: EnrollmentChange; timeZone: string }) {
  return (
    <li>
      <span className="b">
        {told(words)}
        {note && <span className="soft"> “{note}”</span>}
      </span>
      <span className="sm soft">
        {changedBy ? <PersonName>{changedBy.name}</PersonName> : 'Daymark'}, {whenOf(changedAt, timeZone)}
      </span>
    </li>
  );
}
