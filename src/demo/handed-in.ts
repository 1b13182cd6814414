import type { INestApplicationContext } from '@nestjs/common';
import type { Certification } from '../curriculum/curriculum.contract.js';
import type { Person } from '../platform/auth/person.js';
import { EvidenceFilesService } from '../progress/evidence/evidence-files.service.js';
import { ReviewsService } from '../progress/evidence/reviews.service.js';
import { SignOffsService } from '../progress/evidence/sign-offs.service.js';
import { SubmissionsService } from '../progress/evidence/submissions.service.js';
import { evidenceFor, FILE, reviewOf, REVIEWS, SIGNED } from './evidence-texts.js';

type Level = Certification['levels'][number];
type Project = Level['projects'][number];

export interface DemoEnrollment {
  person: Person;
  enrollmentId: string;
  level: Level;
  /** Nobody reviews without one, so nothing is handed in. */
  mentor: Person | undefined;
}

/** Days between evidence and its review, and between that and what is handed in after it. */
const DAYS_APART = 2;

/**
 * What one learner hands in and what their mentor says of it: of the first project changes are asked for and made, the second is approved
 * at once, and what comes after waits for its review.
 */
export class HandedIn {
  private readonly due: { daysAgo: number; act: (daysAgo: number) => Promise<unknown> }[] = [];
  private readonly projectIds = new Set<string>();

  constructor(
    private readonly app: INestApplicationContext,
    private readonly enrollment: DemoEnrollment,
  ) {}

  /** What was done at work before: the first project of the level. */
  async bring(daysAgo: number): Promise<void> {
    const [first] = this.enrollment.level.projects;
    if (first) await this.handIn(first.id, daysAgo);
  }

  /** On the evening on which a project is done; once for each. */
  async handIn(projectId: string, daysAgo: number): Promise<void> {
    const project = this.enrollment.level.projects.find(({ id }) => id === projectId);
    if (!project || !this.enrollment.mentor || this.projectIds.has(projectId)) return;
    const reviews = REVIEWS[this.projectIds.size] ?? [];
    this.projectIds.add(projectId);
    await this.submit(project, reviews, 0, daysAgo);
  }

  /** In the morning: what has become due. */
  async live(daysAgo: number): Promise<void> {
    for (const { act } of this.due.filter((each) => each.daysAgo === daysAgo)) await act(daysAgo);
  }

  private async submit(project: Project, reviews: (typeof REVIEWS)[number], attempt: number, daysAgo: number): Promise<void> {
    const { person, enrollmentId } = this.enrollment;
    const { id: fileId } = await this.app
      .get(EvidenceFilesService)
      .upload(person, enrollmentId, { name: FILE.name, bytes: new TextEncoder().encode(FILE.text) });
    const items = [...evidenceFor(project, attempt), { kind: 'file' as const, fileId }];
    const { id } = await this.app.get(SubmissionsService).submit(person, enrollmentId, project.id, { items });
    const verdict = reviews[attempt];
    if (!verdict) return;
    this.later(daysAgo, async (then) => {
      await this.review(project, id, verdict);
      if (verdict === 'changes-requested') this.later(then, (after) => this.submit(project, reviews, attempt + 1, after));
    });
  }

  private async review(project: Project, evidenceId: string, verdict: (typeof REVIEWS)[number][number]): Promise<void> {
    const { mentor, enrollmentId, level } = this.enrollment;
    if (!mentor) return;
    await this.app.get(ReviewsService).review(mentor, enrollmentId, evidenceId, reviewOf(project, verdict));
    if (verdict !== 'approved') return;
    const [shown] = level.skills.filter(({ slug }) => project.shows.includes(slug));
    if (shown) await this.app.get(SignOffsService).sign(mentor, enrollmentId, shown.id, SIGNED);
  }

  private later(daysAgo: number, act: (daysAgo: number) => Promise<unknown>): void {
    this.due.push({ daysAgo: daysAgo - DAYS_APART, act });
  }
}
