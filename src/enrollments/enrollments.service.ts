import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Person } from '../platform/auth/person.js';
import { Statements } from '../platform/database/statements.js';
import { readCursor, writeCursor } from '../platform/http/cursor.js';
import { Problem } from '../platform/http/problem.js';
import { notFound } from '../platform/http/problems.contract.js';
import { Clock } from '../platform/time/clock.js';
import type { DayZone } from '../platform/time/day-zone.js';
import type { LocalDate } from '../platform/time/time.contract.js';
import type { EnrollmentState } from './enrollment-life.js';
import { enrollmentsById, ownEnrollment, readableEnrollment, SHOWN } from './enrollment.statements.js';
import type { Enrollment } from './enrollments.contract.js';
import type { Pace } from './pace.contract.js';
import { shown, type EnrollmentRow } from './shown-enrollment.js';
import type { StudyTime } from './study-time.js';

/** What other features need to know of an enrollment: with when its learner's days begin, and how many minutes each has (`minutesOn`). */
export interface OwnEnrollment extends DayZone, StudyTime {
  id: string;
  learnerId: string;
  levelId: string;
  releaseId: string;
  state: EnrollmentState;
  startedOn: LocalDate;
  /** Always there: where nobody has chosen one, what Daymark proposes. */
  examOn: LocalDate;
  examDateIsProposed: boolean;
  /** Grows with every change that a plan must follow. */
  revision: number;
  pace: Pace;
}

interface Page {
  limit: number;
  cursor?: string | undefined;
}

/** Enrollments as they are read: always through whoever asks. */
@Injectable()
export class EnrollmentsService {
  constructor(
    private readonly statements: Statements,
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The enrollment, if it is this learner's; to anyone else there is none. */
  async ownedBy(learner: Person, id: string): Promise<OwnEnrollment> {
    const [enrollment] = await this.statements.run<OwnEnrollment>(ownEnrollment, [id, learner.id]);
    return enrollment ?? refuse();
  }

  /** The enrollment, if this person is its learner or may read it. */
  async readableBy(person: Person, id: string): Promise<OwnEnrollment> {
    const [enrollment] = await this.statements.run<OwnEnrollment>(readableEnrollment, [id, person.id]);
    return enrollment ?? refuse();
  }

  /** For workers: those that are there. */
  byIds(ids: readonly string[]): Promise<OwnEnrollment[]> {
    return this.statements.run<OwnEnrollment>(enrollmentsById, [ids]);
  }

  async read(person: Person, id: string): Promise<Enrollment> {
    await this.readableBy(person, id);
    return this.show(id);
  }

  /** A person's own, the newest first. */
  async list(person: Person, { limit, cursor }: Page): Promise<{ items: Enrollment[]; nextCursor: string | null }> {
    const before = readCursor(cursor, 2) ?? [null, null];
    const rows = await this.database.query<EnrollmentRow[]>(
      `${SHOWN} where e.learner_id = $1 and ($2::timestamptz is null or (e.created_at, e.id) < ($2, $3::uuid)) order by e.created_at desc, e.id desc limit $4`,
      [person.id, ...before, limit + 1],
    );
    const items = rows.slice(0, limit).map((row) => shown(row, this.clock.now()));
    const last = items.at(-1);
    return { items, nextCursor: rows.length > limit && last ? writeCursor([last.createdAt, last.id]) : null };
  }

  /** All of one person's, for admins. */
  async ofAccount(accountId: string): Promise<{ items: Enrollment[] }> {
    const rows = await this.database.query<EnrollmentRow[]>(`${SHOWN} where e.learner_id = $1 order by e.created_at desc, e.id desc limit 200`, [accountId]);
    return { items: rows.map((row) => shown(row, this.clock.now())) };
  }

  /** As the API shows it, to whoever was let in already. */
  async show(id: string): Promise<Enrollment> {
    const [row] = await this.database.query<EnrollmentRow[]>(`${SHOWN} where e.id = $1`, [id]);
    return row ? shown(row, this.clock.now()) : refuse();
  }
}

function refuse(): never {
  throw new Problem(notFound, 'There is no such enrollment, or it is not yours.');
}
