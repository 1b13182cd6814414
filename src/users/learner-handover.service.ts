import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Person } from '../platform/auth/person.js';
import { Problem } from '../platform/http/problem.js';
import { isActiveMentor } from './active-mentor.js';
import { MentorDuties } from './mentor-duties.js';
import { learnersLeft, notAMentor } from './users.contract.js';

/** Hands over the learners of a mentor who stops being one. */
@Injectable()
export class LearnerHandover {
  constructor(private readonly duties: MentorDuties) {}

  /**
   * Refuses to leave learners without a mentor unless that was asked for.
   * @param successorId the new mentor, null for none, undefined if nobody chose yet
   */
  async handOver(tx: EntityManager, admin: Person, mentorId: string, successorId: string | null | undefined): Promise<void> {
    const learners = await this.duties.countLearners(tx, mentorId);
    if (learners === 0) return;
    if (successorId === undefined) {
      const who = learners === 1 ? '1 learner' : `${learners} learners`;
      throw new Problem(learnersLeft, `${who} would have no mentor. Choose a new mentor, or confirm that there is none.`, { learners });
    }
    if (successorId && (successorId === mentorId || !(await isActiveMentor(tx, successorId))))
      throw new Problem(notAMentor, 'Choose someone with the account role mentor who is not deactivated.');
    await this.duties.handOver(tx, admin, mentorId, successorId);
  }

  lockEnrollments(tx: EntityManager, learnerId: string): Promise<void> {
    return this.duties.lockEnrollments(tx, learnerId);
  }

  /** Ends all assignments of a mentor without a successor. */
  end(tx: EntityManager, by: Person, mentorId: string): Promise<void> {
    return this.duties.handOver(tx, by, mentorId, null);
  }
}
