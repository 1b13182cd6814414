import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EnrollmentsService } from '../enrollments/enrollments.service.js';
import type { Person } from '../platform/auth/person.js';
import { Triggers } from '../platform/queue/triggers.js';
import { Clock } from '../platform/time/clock.js';
import type { LocalDate } from '../platform/time/time.contract.js';
import { Worklist } from '../platform/worklist/worklist.js';
import type { FinishedProject } from './progress.contract.js';
import { ProjectCompletionEntity } from './project-completion.entity.js';
import { StudyRules } from './study-rules.service.js';

const SHOWN = `
  select c.project_id as "projectId", c.finished_on as "finishedOn",
    case when c.approved_by is not null then coalesce(mentor.name, '') end as "approvedBy"
  from project_completion c left join account mentor on mentor.id = c.approved_by`;

const FINISH = `
  insert into project_completion (enrollment_id, project_id, finished_on, recorded_at, approved_by)
  select $1, $2, $3, $4, (
    select r.reviewed_by
    from (select id, state from evidence where enrollment_id = $1 and project_id = $2 and deleted_at is null order by number desc limit 1) latest
    join review r on r.evidence_id = latest.id
    where latest.state = 'approved' and r.verdict = 'approved'
    order by r.reviewed_at desc, r.id desc limit 1)
  on conflict (enrollment_id, project_id) do nothing`;

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

  /**
   * Finishing it again keeps the first date. What a mentor approved, and still stands, is theirs again, for a learner may open a project and
   * take that back.
   *
   * @param on the day it was done, if that is not today
   */
  async finish(learner: Person, enrollmentId: string, projectId: string, on?: LocalDate): Promise<FinishedProject> {
    const zone = await this.rules.check(learner, enrollmentId, { skillId: null, projectId, ...(on !== undefined && { date: on }) });
    await this.change(enrollmentId, (tx) => tx.query(FINISH, [enrollmentId, projectId, on ?? this.clock.today(zone), this.clock.now().toString()]));
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
