import { z } from 'zod';
import { EnrollmentId } from '../../enrollments/enrollments.contract.js';
import { endpoint } from '../../platform/http/endpoint.contract.js';
import { Instant } from '../../platform/time/time.contract.js';
import { Opaque } from '../../platform/text/normal-text.contract.js';

export const ModelChangeDismissal = z.object({ model: z.string(), dismissedAt: Instant }).meta({ id: 'ModelChangeDismissal' });
export type ModelChangeDismissal = z.output<typeof ModelChangeDismissal>;

export const dismissModelChange = endpoint({
  method: 'PUT',
  path: '/enrollments/:enrollmentId/model-change-dismissals/:model',
  summary: 'Dismiss the note that a new model changed the score. Dismissing it again changes nothing',
  allow: 'study',
  params: EnrollmentId.extend({ model: Opaque.min(1).max(60) }),
  answer: ModelChangeDismissal,
});
