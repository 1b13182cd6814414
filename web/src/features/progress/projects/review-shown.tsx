import type { Review } from '@server/progress/evidence/reviews.contract';
import { dateInFull, dateOf } from '../../../ui/format';
import { CheckIcon, MinusIcon } from '../../../ui/icons';
import { Markdown } from '../../../ui/markdown';
import classes from './evidence.module.css';

/** A mentor's verdict with their words, and what they looked at. */
export function ReviewShown({ review: { verdict, criteria, comment, by, reviewedAt } }: { review: Review }) {
  const who = by || 'A mentor who has left';
  return (
    <section className={classes.review} data-verdict={verdict}>
      <p className="sm">
        <b className="b">{verdict === 'approved' ? `${who} approved this` : `${who} asks for changes`}</b>
        <span className="soft">, {dateInFull(dateOf(reviewedAt))}</span>
      </p>
      {comment !== '' && <Markdown>{comment}</Markdown>}
      {criteria.length > 0 && (
        <ul className={classes.criteria}>
          {criteria.map(({ criterion, met }, position) => (
            <li key={position} className={met ? 'sm' : 'sm b'}>
              {met ? <CheckIcon size="s" /> : <MinusIcon size="s" />}
              <span>
                <span className="vh">{met ? 'Met: ' : 'Not met yet: '}</span>
                {criterion}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
