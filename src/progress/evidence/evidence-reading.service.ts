import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EnrollmentsService } from '../../enrollments/enrollments.service.js';
import { READERS } from '../../enrollments/readers/readers.sql.js';
import type { Person } from '../../platform/auth/person.js';
import { readCursor, writeCursor } from '../../platform/http/cursor.js';
import type { Answer, Received } from '../../platform/http/endpoint.contract.js';
import { Problem } from '../../platform/http/problem.js';
import { notFound } from '../../platform/http/problems.contract.js';
import type { Evidence, listEvidence } from './evidence.contract.js';
import type { listWaitingReviews, WaitingReview } from './reviews.contract.js';
import { asEvidence, evidenceById, SHOWN_EVIDENCE, WAITS, type EvidenceRow } from './shown-evidence.js';

type Paged = Received<typeof listEvidence>['query'];

/** Evidence as it is read: by its learner, and by those who may read the enrollment. */
@Injectable()
export class EvidenceReadingService {
  constructor(
    private readonly database: DataSource,
    private readonly enrollments: EnrollmentsService,
  ) {}

  /** What stands, the latest first. */
  async list(person: Person, enrollmentId: string, { limit, cursor }: Paged, projectId: string | null = null): Promise<Answer<typeof listEvidence>> {
    await this.enrollments.readableBy(person, enrollmentId);
    const before = readCursor(cursor, 2) ?? [null, null];
    const rows = await this.database.query<EvidenceRow[]>(
      `${SHOWN_EVIDENCE} where e.enrollment_id = $1 and ($2::uuid is null or e.project_id = $2) and e.deleted_at is null
         and ($3::timestamptz is null or (e.submitted_at, e.id) < ($3, $4::uuid))
       order by e.submitted_at desc, e.id desc limit $5`,
      [enrollmentId, projectId, ...before, limit + 1],
    );
    const items = rows.slice(0, limit).map(asEvidence);
    const last = items.at(-1);
    return { items, nextCursor: rows.length > limit && last ? writeCursor([last.submittedAt, last.id]) : null };
  }

  /** What is deleted is there for its learner alone. */
  async read(person: Person, enrollmentId: string, evidenceId: string): Promise<Evidence> {
    const { learnerId } = await this.enrollments.readableBy(person, enrollmentId);
    const row = await evidenceById(this.database.manager, evidenceId);
    if (row?.enrollmentId !== enrollmentId || (row.deletedAt && learnerId !== person.id))
      throw new Problem(notFound, 'There is no such evidence in this enrollment.');
    return asEvidence(row);
  }

  /** Over all learners that a mentor may read, themselves excepted; the longest waiting first. */
  async waiting(mentor: Person, { limit, cursor }: Received<typeof listWaitingReviews>['query']): Promise<Answer<typeof listWaitingReviews>> {
    const after = readCursor(cursor, 2) ?? [null, null];
    const rows = await this.database.query<(Omit<WaitingReview, 'submittedAt'> & { submittedAt: Date })[]>(
      `select e.id as "evidenceId", e.enrollment_id as "enrollmentId", e.number, e.submitted_at as "submittedAt",
         json_build_object('id', learner.id, 'name', learner.name) as learner,
         json_build_object('slug', level.slug, 'title', level.title) as level,
         json_build_object('id', project.id, 'slug', project.slug, 'title', project.title) as project,
         (select count(*)::int from evidence_item i where i.evidence_id = e.id) as items
       from ${READERS} reader
       join enrollment on enrollment.id = reader.enrollment_id
       join account learner on learner.id = enrollment.learner_id
       join level on level.id = enrollment.level_id
       join evidence e on e.enrollment_id = enrollment.id
       join project on project.id = e.project_id
       where reader.mentor_id = $1 and learner.id <> $1 and enrollment.state not in ('withdrawn', 'expired') and ${WAITS}
         and ($2::timestamptz is null or (e.submitted_at, e.id) > ($2, $3::uuid))
       order by e.submitted_at, e.id limit $4`,
      [mentor.id, ...after, limit + 1],
    );
    const items = rows.slice(0, limit).map((row) => ({ ...row, submittedAt: row.submittedAt.toISOString() }));
    const last = items.at(-1);
    return { items, nextCursor: rows.length > limit && last ? writeCursor([last.submittedAt, last.evidenceId]) : null };
  }
}
