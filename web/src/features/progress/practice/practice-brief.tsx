import { useInfiniteQuery } from '@tanstack/react-query';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import { ButtonLink } from '../../../ui/button-link';
import { DateText } from '../../../ui/date-text';
import { KindMark } from '../../../ui/kind-mark';
import { QueryRegion } from '../../../ui/query-region';
import { Row, Rows } from '../../../ui/rows';
import { Section } from '../../../ui/section';
import { practiceQuery } from './practice-queries';
import { percentRight } from './practice-values';

const MOST = 3;

/** The latest results of practice exams, and the way to all of them and to one's own ratings. */
export function PracticeBrief({ enrollment: { id } }: { enrollment: Enrollment }) {
  const query = useInfiniteQuery(practiceQuery(id));
  return (
    <Section
      title="Practice exams"
      aside={
        <ButtonLink to="/progress/practice" variant="subtle" size="sm">
          Results and ratings
        </ButtonLink>
      }
    >
      <QueryRegion
        query={query}
        what="Practice results"
        isEmpty={({ pages }) => !pages[0]?.items.length}
        empty={<p className="soft">No result yet. One practice exam says a lot.</p>}
      >
        {({ pages }) => (
          <Rows>
            {(pages[0]?.items ?? []).slice(0, MOST).map((result) => (
              <Row
                key={result.id}
                mark={<KindMark kind="practice" silent />}
                title={result.source}
                note={<DateText date={result.takenOn} form="long" />}
                aside={
                  <span className="num">
                    <b className="b">{percentRight(result)}%</b> <span className="soft sm">{`${result.itemsRight} of ${result.itemsAsked}`}</span>
                  </span>
                }
              />
            ))}
          </Rows>
        )}
      </QueryRegion>
    </Section>
  );
}
