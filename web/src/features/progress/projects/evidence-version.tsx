import type { ReactNode } from 'react';
import type { Evidence } from '@server/progress/evidence/evidence.contract';
import { dateInFull, dateOf } from '../../../ui/format';
import { EvidenceItems } from './evidence-items';
import classes from './evidence.module.css';
import { ReviewShown } from './review-shown';

/** One submission: what it shows, and what mentors said of it. */
export function EvidenceVersion({ enrollmentId, evidence, acts }: { enrollmentId: string; evidence: Evidence; acts?: ReactNode }) {
  const { number, items, reviews, submittedAt } = evidence;
  return (
    <div className={classes.version}>
      <div className="row wrap between">
        <p className="sm soft">
          {number === 1 ? 'Handed in' : `Handed in, version ${number},`} {dateInFull(dateOf(submittedAt))}
        </p>
        {acts}
      </div>
      <EvidenceItems enrollmentId={enrollmentId} items={items} />
      {reviews.map((review) => (
        <ReviewShown key={review.id} review={review} />
      ))}
    </div>
  );
}

/** What was handed in before, out of the way. */
export function EarlierVersions({ enrollmentId, versions }: { enrollmentId: string; versions: readonly Evidence[] }) {
  if (versions.length === 0) return null;
  return (
    <details className={classes.earlier}>
      <summary>{versions.length === 1 ? 'The version before' : `${versions.length} versions before`}</summary>
      <div>
        {versions.map((evidence) => (
          <EvidenceVersion key={evidence.id} enrollmentId={enrollmentId} evidence={evidence} />
        ))}
      </div>
    </details>
  );
}
