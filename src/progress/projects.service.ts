import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EnrollmentsService } from '../enrollments/enrollments.service.js';
import type { Person } from '../platform/auth/person.js';
import { Triggers } from '../platform/queue/triggers.js';
import { Clock } from '../platform/time/clock.js';
import { Worklist } from '../platform/worklist/worklist.js';
import { ProjectCompletionEntity } from './project-completion.entity.js';
import { StudyRules } from './study-rules.service.js';

/** Which projects are done, by the learner's own word. */
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

  async finished(person: Person, enrollmentId: string): Promise<{ items: { projectId: string; finishedOn: string }[] }> {
    await this.enrollments.readableBy(person, enrollmentId);
    const rows = await this.database.manager.find(ProjectCompletionEntity, { where: { enrollmentId }, order: { finishedOn: 'asc', projectId: 'asc' } });
    return { items: rows.map(({ projectId, finishedOn }) => ({ projectId, finishedOn })) };
  }

  /** Finishing it again keeps the first date. */
  async finish(learner: Person, enrollmentId: string, projectId: string): Promise<{ projectId: string; finishedOn: string }> {
    const zone = await this.rules.check(learner, enrollmentId, { skillId: null, projectId });
    const row = { enrollmentId, projectId, finishedOn: this.clock.today(zone), recordedAt: new Date(this.clock.now().epochMilliseconds) };
    await this.change(enrollmentId, (tx) => tx.createQueryBuilder().insert().into(ProjectCompletionEntity).values(row).orIgnore().execute());
    const { finishedOn } = await this.database.manager.findOneByOrFail(ProjectCompletionEntity, { enrollmentId, projectId });
    return { projectId, finishedOn };
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
