import type { EntityManager } from 'typeorm';
import type { Person } from '../platform/auth/person.js';

/**
 * The learners of a mentor. This feature has no enrollments, so the feature `enrollments` provides it. Both methods run in the transaction
 * that removes the account role.
 */
export abstract class MentorDuties {
  /** How many learners are assigned to the mentor. */
  abstract countLearners(tx: EntityManager, mentorId: string): Promise<number>;

  /** Assigns all learners of one mentor to another, each with an audit entry. They get no mentor if the successor is null or would mentor themselves. */
  abstract handOver(tx: EntityManager, admin: Person, mentorId: string, successorId: string | null): Promise<void>;
}
