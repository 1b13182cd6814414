import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../platform/audit/audit.js';
import type { Person } from '../../platform/auth/person.js';
import { Clock } from '../../platform/time/clock.js';
import { MentorDuties } from '../../users/mentor-duties.js';
import { namedPerson } from '../../users/named-person.js';

interface Mentored {
  enrollmentId: string;
  learnerId: string;
  learnerName: string;
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

  async handOver(tx: EntityManager, admin: Person, mentorId: string, successorId: string | null): Promise<void> {
    const all = await this.lock(tx, mentorId);
    await tx.query('delete from enrollment_reader where mentor_id = $1', [mentorId]);
    // Nobody is their own mentor.
    const isHanded = ({ learnerId }: Mentored) => successorId !== null && successorId !== learnerId;
    await this.assign(tx, admin, all.filter(isHanded), successorId);
    await this.assign(
      tx,
      admin,
      all.filter((each) => !isHanded(each)),
      null,
    );
  }

  /** Changes of an enrollment take turns (EnrollmentWriter); in one order, so that two never wait for each other. */
  private lock(tx: EntityManager, mentorId: string): Promise<Mentored[]> {
    return tx.query<Mentored[]>(
      `select e.id as "enrollmentId", e.learner_id as "learnerId", a.name as "learnerName"
       from enrollment e join account a on a.id = e.learner_id
       where e.id in (select enrollment_id from enrollment_reader where mentor_id = $1)
       order by e.id for no key update of e`,
      [mentorId],
    );
  }

  private async assign(tx: EntityManager, admin: Person, mentored: readonly Mentored[], mentorId: string | null): Promise<void> {
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
    await this.note(tx, admin, mentored, mentorId);
  }

  private async note(tx: EntityManager, admin: Person, mentored: readonly Mentored[], mentorId: string | null): Promise<void> {
    const [by, mentor] = [await namedPerson(tx, admin.id), await namedPerson(tx, mentorId)];
    for (const { enrollmentId, learnerId, learnerName } of mentored)
      await this.audit.note(tx, {
        by,
        act: mentor ? 'mentor-assigned' : 'mentor-unassigned',
        subject: { kind: 'account', id: learnerId, label: learnerName },
        detail: { enrollmentId, ...(mentor && { mentor }) },
      });
  }
}
