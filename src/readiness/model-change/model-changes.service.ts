import { Injectable } from '@nestjs/common';
import { EnrollmentsService } from '../../enrollments/enrollments.service.js';
import type { Person } from '../../platform/auth/person.js';
import { Statements, type Statement } from '../../platform/database/statements.js';
import { Problem } from '../../platform/http/problem.js';
import { notFound } from '../../platform/http/problems.contract.js';
import { Clock } from '../../platform/time/clock.js';
import type { ModelChangeDismissal } from './model-change.contract.js';

/** Only of the model in use, so that nobody fills the table. Parameters: enrollment, model, now. */
const dismiss: Statement = {
  name: 'model-change-dismiss',
  text: `
    insert into model_change_dismissal as d (enrollment_id, model, dismissed_at)
    select enrollment_id, model, $3::timestamptz from readiness where enrollment_id = $1 and model = $2
    on conflict (enrollment_id, model) do update set dismissed_at = d.dismissed_at
    returning dismissed_at as "dismissedAt"`,
};

/** What learners have read about changes of their score that come from a new model and not from what they did. */
@Injectable()
export class ModelChangesService {
  constructor(
    private readonly enrollments: EnrollmentsService,
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  async dismiss(learner: Person, enrollmentId: string, model: string): Promise<ModelChangeDismissal> {
    await this.enrollments.ownedBy(learner, enrollmentId);
    const [row] = await this.statements.run<{ dismissedAt: Date }>(dismiss, [enrollmentId, model, this.clock.now().toString()]);
    if (!row) throw new Problem(notFound, 'This model did not change the score of this enrollment.');
    return { model, dismissedAt: row.dismissedAt.toISOString() };
  }
}
