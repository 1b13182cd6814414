import { useQuery } from '@tanstack/react-query';
import { Callout } from '../../ui/callout';
import { Facts } from '../../ui/facts';
import { count, counted, dayAndMonth, whenOf } from '../../ui/format';
import { QueryRegion } from '../../ui/query-region';
import { Section } from '../../ui/section';
import { sweepQuery } from './sweep-query';

/** The progress of the daily readiness sweep, for admins. */
export function ReadinessSweep() {
  const query = useQuery(sweepQuery());
  return (
    <Section title="Readiness" lead="Recomputed for each learner when their day begins, because memory fades">
      <QueryRegion query={query} what="The daily sweep">
        {({ due, sweptToday, workers, perSecond, throughAt, check }) => (
          <>
            {check && check.differing > 0 && (
              <Callout tone="near" title="The nightly check found differences">
                {counted(check.differing, 'score')} of {count(check.sampled)} differed from a full recalculation and {check.differing === 1 ? 'was' : 'were'}{' '}
                corrected. The log names them.
              </Callout>
            )}
            <Facts
              facts={[
                {
                  name: 'Still due',
                  value: count(due),
                  note: due === 0 ? 'up to date' : throughAt ? `through ${whenOf(throughAt)}` : 'waiting for a worker',
                },
                { name: 'Done today', value: count(sweptToday), note: 'since midnight, UTC' },
                {
                  name: 'Pace',
                  value: perSecond === null ? 'Not measured yet' : `${count(perSecond)} a second`,
                  note: workers > 0 ? counted(workers, 'worker') : perSecond === null ? undefined : 'on the last run; idle now',
                },
                {
                  name: 'Nightly check',
                  value: check ? (check.differing === 0 ? 'No differences' : `${count(check.differing)} differed`) : 'None yet',
                  note: check ? `${count(check.sampled)} checked on ${dayAndMonth(check.on)}` : undefined,
                },
              ]}
            />
          </>
        )}
      </QueryRegion>
    </Section>
  );
}
