import type { EntityManager } from 'typeorm';
import type { Person } from '../platform/auth/person.js';

/**
 * The learners a mentor looks after. Enrollments are not this feature's, so the feature that keeps them provides it; both run in the
 * transaction that takes the account role.
 */
export abstract class MentorDuties {
  /** How many learners are assigned to the mentor. */
  abstract countLearners(tx: EntityManager, mentorId: string): Promise<number>;

  /** Assigns all learners of one mentor to another, each audited. With null, and where a mentor would become their own, they are left without one. */
  abstract handOver(tx: EntityManager, admin: Person, mentorId: string, successorId: string | null): Promise<void>;
}
