import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EnrollmentsService } from '../enrollments/enrollments.service.js';
import type { Person } from '../platform/auth/person.js';
import { Triggers } from '../platform/queue/triggers.js';
import { Clock } from '../platform/time/clock.js';
import { Worklist } from '../platform/worklist/worklist.js';
import type { FinishedProject } from './progress.contract.js';
import { ProjectCompletionEntity } from './project-completion.entity.js';
import { StudyRules } from './study-rules.service.js';

const SHOWN = `
  select c.project_id as "projectId", c.finished_on as "finishedOn",
    case when c.approved_by is not null then coalesce(mentor.name, '') end as "approvedBy"
  from project_completion c left join account mentor on mentor.id = c.approved_by`;

/** Which projects are done: by the learner's own word here, by a mentor's approval in evidence/. */
@Injectable()
export class ProjectsService {
  constructor(
    private readonly database: DataSource,
    private readonly enrollments: EnrollmentsService,
    private readonly rules: StudyRules,
    private readonly worklist: Worklist,
    private readonly triggers: Triggers,
    private readonly clock: Clock,
  ) {}

  async finished(person: Person, enrollmentId: string): Promise<{ items: FinishedProject[] }> {
    await this.enrollments.readableBy(person, enrollmentId);
    return { items: await this.database.query<FinishedProject[]>(`${SHOWN} where c.enrollment_id = $1 order by c.finished_on, c.project_id`, [enrollmentId]) };
  }

  /** Finishing it again keeps the first date. */
  async finish(learner: Person, enrollmentId: string, projectId: string): Promise<FinishedProject> {
    const zone = await this.rules.check(learner, enrollmentId, { skillId: null, projectId });
    const row = { enrollmentId, projectId, finishedOn: this.clock.today(zone), recordedAt: new Date(this.clock.now().epochMilliseconds) };
    await this.change(enrollmentId, (tx) => tx.createQueryBuilder().insert().into(ProjectCompletionEntity).values(row).orIgnore().execute());
    const [finished] = await this.database.query<FinishedProject[]>(`${SHOWN} where c.enrollment_id = $1 and c.project_id = $2`, [enrollmentId, projectId]);
    return finished!;
  }

  async reopen(learner: Person, enrollmentId: string, projectId: string): Promise<void> {
    await this.rules.check(learner, enrollmentId, { skillId: null, projectId: null });
    await this.change(enrollmentId, (tx) => tx.delete(ProjectCompletionEntity, { enrollmentId, projectId }));
  }

  private async change(enrollmentId: string, change: (tx: DataSource['manager']) => Promise<unknown>): Promise<void> {
    await this.database.transaction(async (tx) => {
      await change(tx);
      await this.worklist.mark(tx, 'readiness', enrollmentId);
      await this.worklist.mark(tx, 'plan', enrollmentId);
    });
    for (const queue of ['readiness', 'plans'] as const) this.triggers.fire(queue);
  }
}
