import type { Today } from '@server/today/today.contract';
import { BandChip } from '../../ui/band-chip';
import { days } from '../../ui/format';
import { Score } from '../../ui/score';
import { Card } from '../../ui/section';
import { Bar, Skeletons } from '../../ui/skeleton';

interface Props {
  page: Today;
  /** What was logged is not in the score yet. */
  isWaiting: boolean;
}

/** How ready, with its range; before the first score it says what it waits for. */
export function ReadinessCard({ page: { readiness }, isWaiting }: Props) {
  const { state, score, low, high, band, change, wanting } = readiness;
  if (state === 'computing')
    return (
      <Card title="Readiness" aside={<span className="sm soft">{isWaiting ? 'Working it out' : 'Comes in a moment'}</span>}>
        <Skeletons label="Working out your readiness">
          <Bar width={96} height={48} />
          <Bar height={12} />
          <Bar width="60%" />
        </Skeletons>
      </Card>
    );
  const value = score === null || low === null || high === null ? null : { score, low, high };
  return (
    <Card title="Readiness" aside={<BandChip band={band} />}>
      <Score value={value} note={isWaiting ? 'Working in what you logged' : changed(change)} wanting={<Wanting studyDays={wanting?.studyDays ?? 1} />} />
    </Card>
  );
}

const changed = (change: number | null) =>
  change === null ? 'Your first week' : change === 0 ? 'As a week ago' : `${change > 0 ? 'Up' : 'Down'} ${Math.abs(change)} since last week`;

const Wanting = ({ studyDays }: { studyDays: number }) => (
  <>
    <b className="b">
      {days(studyDays)
        .replace(/^1 day/, 'One more study day')
        .replace(/ days$/, ' more study days')}
      .
    </b>{' '}
    <span className="soft">Then there is enough to say.</span>
  </>
);
