import type { INestApplicationContext } from '@nestjs/common';
import type { Certification } from '../curriculum/curriculum.contract.js';
import type { Person } from '../platform/auth/person.js';
import type { Verdict } from '../progress/evidence/evidence-life.js';
import { EvidenceFilesService } from '../progress/evidence/evidence-files.service.js';
import { ReviewsService } from '../progress/evidence/reviews.service.js';
import { SignOffsService } from '../progress/evidence/sign-offs.service.js';
import { SubmissionsService } from '../progress/evidence/submissions.service.js';
import { ProjectsService } from '../progress/projects.service.js';
import { evidenceSteps, type EvidenceStep, type HandIn } from './evidence-steps.js';
import { evidenceFor, FILE, reviewOf, SIGNED } from './evidence-texts.js';

type Level = Certification['levels'][number];
type Project = Level['projects'][number];

export interface DemoEnrollment {
  person: Person;
  enrollmentId: string;
  level: Level;
  mentor: Person | undefined;
}

/** What one learner submits and what their mentor says of it, each step on its day. */
export class HandedIn {
  private readonly steps: readonly EvidenceStep[];
  /** The latest submission of each project, by its position. */
  private readonly evidenceIds = new Map<number, string>();

  constructor(
    private readonly app: INestApplicationContext,
    private readonly enrollment: DemoEnrollment,
    handIns: readonly HandIn[],
  ) {
    this.steps = evidenceSteps(handIns);
  }

  async live(daysAgo: number, at: EvidenceStep['at']): Promise<void> {
    for (const step of this.steps.filter((each) => each.daysAgo === daysAgo && each.at === at)) await this.take(step);
  }

  private async take({ project: position, attempt, verdict }: EvidenceStep): Promise<void> {
    const project = this.enrollment.level.projects[position];
    if (!project) throw new Error(`${this.enrollment.level.slug} has no project ${position + 1}`);
    if (verdict === null) this.evidenceIds.set(position, await this.submit(project, attempt));
    else await this.review(project, this.evidenceIds.get(position) ?? fail('nothing was submitted to review'), verdict);
  }

  private async submit(project: Project, attempt: number): Promise<string> {
    const { person, enrollmentId } = this.enrollment;
    await this.app.get(ProjectsService).finish(person, enrollmentId, project.id);
    const file = { name: FILE.name, bytes: new TextEncoder().encode(FILE.text) };
    const { id: fileId } = await this.app.get(EvidenceFilesService).upload(person, enrollmentId, file);
    const items = [...evidenceFor(project, attempt), { kind: 'file' as const, fileId }];
    return (await this.app.get(SubmissionsService).submit(person, enrollmentId, project.id, { items })).id;
  }

  private async review(project: Project, evidenceId: string, verdict: Verdict): Promise<void> {
    const { enrollmentId, level } = this.enrollment;
    const mentor = this.enrollment.mentor ?? fail('nobody reviews without a mentor');
    await this.app.get(ReviewsService).review(mentor, enrollmentId, evidenceId, reviewOf(project, verdict));
    if (verdict !== 'approved') return;
    const [shown] = level.skills.filter(({ slug }) => project.shows.includes(slug));
    if (shown) await this.app.get(SignOffsService).sign(mentor, enrollmentId, shown.id, SIGNED);
  }
}

function fail(why: string): never {
  throw new Error(`The demo school: ${why}`);
}
