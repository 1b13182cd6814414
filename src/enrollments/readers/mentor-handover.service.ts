import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../platform/audit/audit.js';
import type { AuditNote } from '../../platform/audit/audit-note.js';
import type { Person } from '../../platform/auth/person.js';
import { Clock } from '../../platform/time/clock.js';
import { MentorDuties } from '../../users/mentor-duties.js';

interface Mentored {
  enrollmentId: string;
  learnerId: string;
}

/** From one mentor to another, or to nobody. */
interface Handover {
  from: string;
  to: string | null;
}

/** Hands the learners of a mentor over to another one, when the account role is taken. */
@Injectable()
export class MentorHandover extends MentorDuties {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {
    super();
  }

  async countLearners(tx: EntityManager, mentorId: string): Promise<number> {
    const [row] = await tx.query<{ learners: number }[]>(
      `select count(distinct e.learner_id)::int as learners from enrollment_reader r join enrollment e on e.id = r.enrollment_id where r.mentor_id = $1`,
      [mentorId],
    );
    return row?.learners ?? 0;
  }

  async lockEnrollments(tx: EntityManager, learnerId: string): Promise<void> {
    await tx.query('select from enrollment where learner_id = $1 order by id for update', [learnerId]);
  }

  async handOver(tx: EntityManager, admin: Person, mentorId: string, successorId: string | null): Promise<void> {
    const all = await this.lock(tx, mentorId);
    await tx.query('delete from enrollment_reader where mentor_id = $1', [mentorId]);
    // Nobody is their own mentor.
    const isHanded = ({ learnerId }: Mentored) => successorId !== null && successorId !== learnerId;
    await this.assign(tx, admin, all.filter(isHanded), { from: mentorId, to: successorId });
    await this.assign(
      tx,
      admin,
      all.filter((each) => !isHanded(each)),
      { from: mentorId, to: null },
    );
  }

  /** Changes of an enrollment take turns (EnrollmentWriter); in one order, so that two never wait for each other. */
  private lock(tx: EntityManager, mentorId: string): Promise<Mentored[]> {
    return tx.query<Mentored[]>(
      `select e.id as "enrollmentId", e.learner_id as "learnerId"
       from enrollment e
       where e.id in (select enrollment_id from enrollment_reader where mentor_id = $1)
       order by e.id for no key update`,
      [mentorId],
    );
  }

  private async assign(tx: EntityManager, admin: Person, mentored: readonly Mentored[], { from, to: mentorId }: Handover): Promise<void> {
    const [ids, now] = [mentored.map(({ enrollmentId }) => enrollmentId), this.clock.now().toString()];
    if (mentorId)
      await tx.query(
        `insert into enrollment_reader (enrollment_id, mentor_id, reason, granted_by, granted_at)
         select id, $2, 'assigned', $3, $4 from unnest($1::uuid[]) as id on conflict do nothing`,
        [ids, mentorId, admin.id, now],
      );
    await tx.query(
      `insert into enrollment_change (id, enrollment_id, changed_at, changed_by, what, became)
       select id, enrollment_id, $3, $4, 'mentor', $5 from unnest($1::uuid[], $2::uuid[]) as changed (id, enrollment_id)`,
      [ids.map(() => uuidv7()), ids, now, admin.id, mentorId ?? 'nobody'],
    );
    await this.record(tx, admin, mentored, { from, to: mentorId });
  }

  private record(tx: EntityManager, by: Person, mentored: readonly Mentored[], { from: previousMentor, to: mentor }: Handover): Promise<void> {
    const notes = mentored.map(({ enrollmentId, learnerId }): AuditNote => {
      const whose = { by, subject: learnerId, detail: { enrollmentId } };
      return mentor === null
        ? { act: 'mentor-unassigned', ...whose, involved: { previousMentor } }
        : { act: 'learner-handed-over', ...whose, involved: { mentor, previousMentor } };
    });
    return this.audit.recordAll(tx, notes);
  }
}
