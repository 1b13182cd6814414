import type { EntityManager } from 'typeorm';
import type { Person } from '../platform/auth/person.js';

/**
 * The learners of a mentor. This feature has no enrollments, so the feature `enrollments` provides it. Its methods run in the transaction
 * that removes the account role or the account.
 */
export abstract class MentorDuties {
  /** How many learners are assigned to the mentor. */
  abstract countLearners(tx: EntityManager, mentorId: string): Promise<number>;

  /**
   * Locks the enrollments of a person who deletes the account. Every change of one of them locks it before the accounts that the audit entry
   * names, so the account must be locked after them.
   */
  abstract lockEnrollments(tx: EntityManager, learnerId: string): Promise<void>;

  /** Assigns all learners of one mentor to another, each with an audit entry. They get no mentor if the successor is null or would mentor themselves. */
  abstract handOver(tx: EntityManager, admin: Person, mentorId: string, successorId: string | null): Promise<void>;
}
