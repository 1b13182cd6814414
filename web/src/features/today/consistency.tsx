import type { Today } from '@server/today/today.contract';
import { FlagIcon } from '../../ui/icons';
import { Section } from '../../ui/section';
import { consistencyPercent, consistencyWords, rowWords } from '../progress/steady-words';

/** Consistency first, the streak second: a missed day dents the one and ends only the other. */
export function Consistency({ page }: { page: Today }) {
  const percent = consistencyPercent(page);
  return (
    <Section title="Consistency" {...(percent !== null && { aside: <span className="head b num">{percent}</span> })}>
      <p className="sm soft">{consistencyWords(page)} A missed day dents this; it never resets it.</p>
      <p className="row sm b" style={{ marginTop: 12 }}>
        <FlagIcon size="s" />
        {rowWords(page)}
      </p>
    </Section>
  );
}
