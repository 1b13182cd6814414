import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { CurriculumService } from '../../curriculum/curriculum.service.js';
import { titled } from '../../curriculum/titled.js';
import type { OwnEnrollment } from '../../enrollments/enrollments.service.js';
import { Audit } from '../../platform/audit/audit.js';
import type { Person } from '../../platform/auth/person.js';
import { Problem } from '../../platform/http/problem.js';
import { notFound } from '../../platform/http/problems.contract.js';
import { Triggers } from '../../platform/queue/triggers.js';
import { Clock } from '../../platform/time/clock.js';
import { Worklist } from '../../platform/worklist/worklist.js';
import { keyTaken } from '../progress.contract.js';
import { maySwitch, type EvidenceState } from './evidence-life.js';
import { MentoredEnrollments } from './mentored-enrollments.service.js';
import { reasonMissing, unmetCriteria, verdictNotPossible, type Review, type ReviewInput } from './reviews.contract.js';
import { asEvidence, evidenceById, takeTurn, type EvidenceRow } from './shown-evidence.js';

/** Mentors' verdicts. An approval finishes the project, and taking it back opens it again. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly database: DataSource,
    private readonly mentored: MentoredEnrollments,
    private readonly curriculum: CurriculumService,
    private readonly audit: Audit,
    private readonly worklist: Worklist,
    private readonly triggers: Triggers,
    private readonly clock: Clock,
  ) {}

  /** @param key a UUID made on the device, which becomes the review's id: a repeat answers the review that is there */
  async review(mentor: Person, enrollmentId: string, evidenceId: string, review: ReviewInput, key: string = uuidv7()): Promise<Review> {
    const enrollment = await this.mentored.by(mentor, enrollmentId);
    // Before the transaction, which must not wait for a second connection while it holds one.
    const { acceptance } = await this.curriculum.levelContent(enrollment.levelId, enrollment.releaseId);
    const answer = await this.database.transaction(async (tx) => {
      await takeTurn(tx, enrollmentId);
      const evidence = await this.standing(tx, enrollmentId, evidenceId);
      if (!(await isKnown(tx, evidenceId, key))) {
        refuseUnlessPossible(evidence, review);
        refuseUnlessReasoned(review, acceptance[evidence.projectId] ?? []);
        await this.decide(tx, mentor, enrollment, evidence, review, key);
        await this.record(tx, mentor, enrollment, evidence, review);
      }
      return asEvidence((await evidenceById(tx, evidenceId))!).reviews.find(({ id }) => id === key)!;
    });
    for (const queue of ['readiness', 'plans'] as const) this.triggers.fire(queue);
    return answer;
  }

  private async standing(tx: EntityManager, enrollmentId: string, evidenceId: string): Promise<EvidenceRow> {
    const evidence = await evidenceById(tx, evidenceId);
    if (evidence?.enrollmentId !== enrollmentId || evidence.deletedAt) throw new Problem(notFound, 'There is no such evidence in this enrollment.');
    return evidence;
  }

  private async decide(
    tx: EntityManager,
    mentor: Person,
    enrollment: OwnEnrollment,
    { id, projectId }: EvidenceRow,
    { verdict, criteria, comment }: ReviewInput,
    key: string,
  ): Promise<void> {
    await tx.query(`insert into review (id, evidence_id, verdict, criteria, comment, reviewed_at, reviewed_by) values ($1, $2, $3, $4::jsonb, $5, $6, $7)`, [
      key,
      id,
      verdict,
      JSON.stringify(criteria),
      comment,
      this.now(),
      mentor.id,
    ]);
    await tx.query('update evidence set state = $2 where id = $1', [id, verdict]);
    if (verdict === 'approved') await this.finish(tx, mentor, enrollment, projectId);
    else await tx.query('delete from project_completion where enrollment_id = $1 and project_id = $2 and approved_by is not null', [enrollment.id, projectId]);
    for (const kind of ['readiness', 'plan']) await this.worklist.mark(tx, kind, enrollment.id);
  }

  private async record(
    tx: EntityManager,
    by: Person,
    { id: enrollmentId, learnerId }: OwnEnrollment,
    { id: evidenceId, projectId, state }: EvidenceRow,
    { verdict, criteria, comment }: ReviewInput,
  ): Promise<void> {
    const criteriaMet = criteria.filter(({ met }) => met).length;
    await this.audit.record(tx, {
      act: verdict === 'approved' ? 'evidence-approved' : 'changes-requested',
      by,
      subject: learnerId,
      detail: { enrollmentId, evidenceId, project: await titled(tx, 'project', projectId) },
      about: { comment, criteriaMet, criteriaNotMet: criteria.length - criteriaMet },
      before: { state },
      after: { state: verdict },
    });
  }

  /** One that the learner finished before keeps its date, and is approved from now on. */
  private async finish(tx: EntityManager, mentor: Person, { id, ...zone }: OwnEnrollment, projectId: string): Promise<void> {
    await tx.query(
      `insert into project_completion (enrollment_id, project_id, finished_on, recorded_at, approved_by) values ($1, $2, $3, $4, $5)
       on conflict (enrollment_id, project_id) do update set approved_by = excluded.approved_by`,
      [id, projectId, this.clock.today(zone), this.now(), mentor.id],
    );
  }

  private now(): Date {
    return new Date(this.clock.now().epochMilliseconds);
  }
}

const WHY: Partial<Record<EvidenceState, string>> = {
  approved: 'It is approved already. Ask for changes first if you think otherwise.',
  resubmitted: 'Something later was submitted in its place: review that.',
};

function refuseUnlessPossible({ state }: EvidenceRow, { verdict }: ReviewInput): void {
  if (!maySwitch(state, verdict)) throw new Problem(verdictNotPossible, WHY[state] ?? 'Read it again.', { state });
}

/** An approval that passes over a criterion says why: the learner and other mentors read it. */
function refuseUnlessReasoned(review: ReviewInput, acceptance: readonly string[]): void {
  if (review.verdict !== 'approved' || review.comment !== '') return;
  const unmet = unmetCriteria(acceptance, review);
  if (unmet.length === 0) return;
  const count = unmet.length === 1 ? 'One acceptance criterion is' : `${unmet.length} acceptance criteria are`;
  throw new Problem(reasonMissing, `${count} not marked as met. Mark what is met, or say in the comment why you approve.`, { unmet });
}

async function isKnown(tx: EntityManager, evidenceId: string, key: string): Promise<boolean> {
  const [known] = await tx.query<{ evidence_id: string }[]>('select evidence_id from review where id = $1', [key]);
  if (known && known.evidence_id !== evidenceId) throw new Problem(keyTaken, 'Make a new UUID for each review.');
  return known !== undefined;
}
