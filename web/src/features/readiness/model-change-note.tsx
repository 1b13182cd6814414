import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import type { ModelChange } from '@server/readiness/readiness.contract';
import { dismissModelChange } from '@server/readiness/model-change/model-change.contract';
import { call } from '../../api/call';
import { Callout } from '../../ui/callout';
import { readinessQuery } from './readiness-queries';

/** Says once that the score changed because of a new model, and not because of what the learner did. */
export function ModelChangeNote({ enrollmentId, change }: { enrollmentId: string; change: ModelChange }) {
  const queries = useQueryClient();
  const dismiss = useMutation({
    mutationFn: () => call(dismissModelChange, { params: { enrollmentId, model: change.model } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: readinessQuery(enrollmentId).queryKey }),
  });
  return (
    <Callout title="We improved how readiness is calculated">
      <p>
        Your score changed from {change.from} to {change.to}.
      </p>
      <Button variant="default" size="xs" loading={dismiss.isPending} onClick={() => dismiss.mutate()}>
        Dismiss
      </Button>
    </Callout>
  );
}
