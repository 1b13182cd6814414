import { Button, Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { Evidence } from '@server/progress/evidence/evidence.contract';
import { ReviewInput, unmetCriteria } from '@server/progress/evidence/reviews.contract';
import { notSaved } from '../../api/refusal';
import { DraftRestored } from '../../ui/draft-restored';
import { toast } from '../../ui/toast-store';
import { useFormDraft } from '../../ui/use-form-draft';
import { useReviewEvidence } from '../progress/projects/evidence-queries';
import classes from './reviews.module.css';

interface Props {
  enrollmentId: string;
  evidence: Evidence;
  title: string;
  acceptance: readonly string[];
}

/** A verdict: what is met, a word about it, and one of two buttons. Behind a button where a verdict was given already. */
export function ReviewForm(props: Props) {
  const [isOpen, setOpen] = useState(props.evidence.state === 'submitted');
  if (!isOpen)
    return (
      <Button variant="default" style={{ justifySelf: 'start', minHeight: 44 }} onClick={() => setOpen(true)} aria-label={`Review again: ${props.title}`}>
        Review again
      </Button>
    );
  return <Form {...props} />;
}

const ReviewDraft = z.object({ met: z.array(z.string()), comment: z.string() });
type ReviewDraft = z.output<typeof ReviewDraft>;
const NO_REVIEW: ReviewDraft = { met: [], comment: '' };
const readReview = (kept: unknown): ReviewDraft | null => ReviewDraft.safeParse(kept).data ?? null;

function Form({ enrollmentId, evidence, title, acceptance }: Props) {
  const [attempt] = useState(() => uuidv7());
  const draft = useFormDraft(`review ${evidence.id}`, NO_REVIEW, readReview);
  const [{ met, comment }, setReview] = useState(draft.restored ?? NO_REVIEW);
  const say = (more: Partial<ReviewDraft>) => {
    const next = { met, comment, ...more };
    setReview(next);
    draft.keep(next);
  };
  const [fault, setFault] = useState<string>();
  const review = useReviewEvidence(enrollmentId, evidence.id);
  const give = (verdict: ReviewInput['verdict']) => {
    const body = { verdict, comment, criteria: acceptance.map((criterion) => ({ criterion, met: met.includes(criterion) })) };
    const { error } = ReviewInput.safeParse(body);
    const lacksReason = verdict === 'approved' && comment.trim() === '' && unmetCriteria(acceptance, body).length > 0;
    const message = error?.issues[0]?.message ?? (lacksReason ? 'Mark the criteria that are met, or say here why you approve' : undefined);
    setFault(message);
    if (message) return;
    review.mutate(
      { attempt, body },
      { onSuccess: () => (draft.forget(), toast(verdict === 'approved' ? `Approved: ${title}` : `Changes requested: ${title}`)) },
    );
  };
  return (
    <form className={classes.form} aria-label={`Review ${title}`} onSubmit={(event) => event.preventDefault()}>
      {draft.restored && <DraftRestored onDiscard={() => (setReview(NO_REVIEW), draft.discard())} />}
      {acceptance.length > 0 && (
        <Checkbox.Group label="Acceptance criteria" value={[...met]} onChange={(next) => say({ met: next })}>
          <div className={classes.boxes}>
            {acceptance.map((criterion) => (
              <Checkbox key={criterion} value={criterion} label={criterion} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      <Textarea
        label="Comment"
        description="The learner reads it. Markdown works"
        autosize
        minRows={3}
        value={comment}
        onChange={({ currentTarget }) => say({ comment: currentTarget.value })}
        error={fault}
      />
      {review.error && (
        <p className="sm risk" role="alert">
          {notSaved(review.error)}
        </p>
      )}
      <div className="row wrap">
        {evidence.state !== 'approved' && (
          <Button loading={review.isPending} onClick={() => give('approved')}>
            Approve
          </Button>
        )}
        <Button variant="default" loading={review.isPending} onClick={() => give('changes-requested')}>
          Request changes
        </Button>
      </div>
    </form>
  );
}
