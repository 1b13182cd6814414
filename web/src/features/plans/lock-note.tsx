import type { PartLock } from '@server/plans/locks.contract';
import { dayAndMonth, duration, listed, minutesOf } from '../../ui/format';
import { LockIcon } from '../../ui/icons';
import classes from './lock-note.module.css';

interface Props {
  lock: PartLock;
  /** Where the page does not name the part itself. */
  isNamed?: boolean;
}

/** Why a part is locked, what unlocks it and how far that is, when the plan has come so far, and what lies behind; the same on every page. */
export function LockNote({ lock: { title, reason, unlockedBy, opensOn, leftOut, behind }, isNamed = false }: Props) {
  const { effortMinutes, opens, summary } = behind;
  const when = leftOut ? 'You left it out of your plan.' : opensOn ? `By your plan on ${dayAndMonth(opensOn)}.` : 'Your plan does not come so far.';
  return (
    <div className={classes.note} role={isNamed ? undefined : 'note'} aria-label={isNamed ? undefined : `Not open yet: ${title}`}>
      <LockIcon size="s" />
      <div className="grow">
        <div className="b">{isNamed ? title : 'Not open yet'}</div>
        <p className="sm soft">
          {reason} {when}
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
    </div>
  );
}
