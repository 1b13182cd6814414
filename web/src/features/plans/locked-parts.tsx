import { useQuery } from '@tanstack/react-query';
import type { PartLock } from '@server/plans/locks.contract';
import { counted, dayAndMonth, duration, listed, minutesOf } from '../../ui/format';
import { LockIcon } from '../../ui/icons';
import { Rows } from '../../ui/rows';
import { Section } from '../../ui/section';
import { locksQuery } from './plan-queries';
import classes from './locked-parts.module.css';

/** Parts that wait for something: why, what unlocks each and how far that is, when the plan has come so far, and what lies behind. */
export function LockedParts({ enrollmentId }: { enrollmentId: string }) {
  const { data } = useQuery(locksQuery(enrollmentId));
  const locked = data?.items.filter((part) => part.locked && !part.leftOut) ?? [];
  if (locked.length === 0) return null;
  return (
    <Section title="Not open yet" lead={`${counted(locked.length, 'part')} of your level ${locked.length === 1 ? 'waits' : 'wait'} for something first.`}>
      <Rows label="Parts that are not open yet">
        {locked.map((part) => (
          <Locked key={part.partId} part={part} />
        ))}
      </Rows>
    </Section>
  );
}

function Locked({ part: { title, reason, unlockedBy, opensOn, behind } }: { part: PartLock }) {
  const { effortMinutes, opens, summary } = behind;
  return (
    <li className={classes.part}>
      <LockIcon size="s" />
      <div className="grow">
        <div className="b">{title}</div>
        <p className="sm soft">
          {reason} {opensOn ? `By your plan on ${dayAndMonth(opensOn)}.` : 'Your plan does not come so far.'}
        </p>
        <ul className={classes.needs} aria-label={`What opens ${title}`}>
          {unlockedBy.map(({ skillId, title: skill, doneMinutes, wantedMinutes }) => (
            <li key={skillId} className="sm">
              <span>{skill}</span>
              <progress max={wantedMinutes} value={doneMinutes} aria-label={`${skill}: ${doneMinutes} of ${wantedMinutes} minutes`} />
              <span className="num soft">
                {doneMinutes} of {minutesOf(wantedMinutes)}
              </span>
            </li>
          ))}
        </ul>
        <p className="sm soft">
          Behind it: {summary} {duration(effortMinutes)} of work.
          {opens.length > 0 && ` It opens ${listed(opens.map((each) => each.title))}.`}
        </p>
      </div>
    </li>
  );
}
