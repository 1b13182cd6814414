import type { Today } from '@server/today/today.contract';
import { FlagIcon } from '../../ui/icons';
import { Section } from '../../ui/section';

/** Fewer planned days than this are no habit yet, and a percentage of them says too much. */
const ENOUGH = 4;

/** Consistency first, the streak second: a missed day dents the one and ends only the other. */
export function Consistency({ page: { studiedOfPlanned, streak } }: { page: Today }) {
  const { studied, planned } = studiedOfPlanned;
  return (
    <Section title="Consistency" {...(planned >= ENOUGH && { aside: <span className="head b num">{Math.round((100 * studied) / planned)}%</span> })}>
      <p className="sm soft">
        {planned === 0
          ? 'It starts with your first planned day.'
          : planned === 1
            ? `You ${studied === 1 ? 'studied' : 'did not study'} on your first planned day.`
            : `You studied on ${studied} of the last ${planned} planned days.`}{' '}
        A missed day dents this; it never resets it.
      </p>
      <p className="row sm b" style={{ marginTop: 12 }}>
        <FlagIcon size="s" />
        {streak === 0 ? 'The next planned day begins a row' : streak === 1 ? '1 planned day in a row' : `${streak} planned days in a row`}
      </p>
    </Section>
  );
}
