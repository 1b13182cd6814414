import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { titled } from '../../curriculum/titled.js';
import { EnrollmentsService, type OwnEnrollment } from '../../enrollments/enrollments.service.js';
import { Audit } from '../../platform/audit/audit.js';
import type { Person } from '../../platform/auth/person.js';
import { Problem } from '../../platform/http/problem.js';
import { Triggers } from '../../platform/queue/triggers.js';
import { Clock } from '../../platform/time/clock.js';
import { Worklist } from '../../platform/worklist/worklist.js';
import { unknownSkill } from '../progress.contract.js';
import { MentoredEnrollments } from './mentored-enrollments.service.js';
import type { SignOff } from './sign-offs.contract.js';

type Row = Omit<SignOff, 'signed' | 'revoked'> & { signedAt: Date; signedBy: string; revokedAt: Date | null; revokedBy: string };

const SHOWN = `
  select s.id, s.note, s.signed_at as "signedAt", coalesce(signer.name, '') as "signedBy",
    s.revoked_at as "revokedAt", coalesce(revoker.name, '') as "revokedBy",
    json_build_object('id', skill.id, 'slug', skill.slug, 'title', skill.title) as skill
  from sign_off s
  join skill on skill.id = s.skill_id
  left join account signer on signer.id = s.signed_by
  left join account revoker on revoker.id = s.revoked_by`;

/** Skills that mentors attest. */
@Injectable()
export class SignOffsService {
  constructor(
    private readonly database: DataSource,
    private readonly enrollments: EnrollmentsService,
    private readonly mentored: MentoredEnrollments,
    private readonly audit: Audit,
    private readonly worklist: Worklist,
    private readonly triggers: Triggers,
    private readonly clock: Clock,
  ) {}

  async list(person: Person, enrollmentId: string): Promise<{ items: SignOff[] }> {
    await this.enrollments.readableBy(person, enrollmentId);
    const rows = await this.database.query<Row[]>(`${SHOWN} where s.enrollment_id = $1 order by s.signed_at desc, s.id desc limit 500`, [enrollmentId]);
    return { items: rows.map(shown) };
  }

  /** The unique index decides, so that two who sign at once sign once. */
  async sign(mentor: Person, enrollmentId: string, skillId: string, note: string): Promise<SignOff> {
    const enrollment = await this.mentored.by(mentor, enrollmentId);
    return this.change(enrollmentId, async (tx) => {
      const [known] = await tx.query<unknown[]>('select 1 from skill where id = $1 and level_id = $2', [skillId, enrollment.levelId]);
      if (!known) throw new Problem(unknownSkill, 'Choose a skill of the level that this enrollment is in.');
      const signed = await tx.query<unknown[]>(
        `insert into sign_off (id, enrollment_id, skill_id, note, signed_at, signed_by) values ($1, $2, $3, $4, $5, $6)
         on conflict (enrollment_id, skill_id) where revoked_at is null do nothing returning id`,
        [uuidv7(), enrollmentId, skillId, note, this.now(), mentor.id],
      );
      if (signed.length > 0) await this.record(tx, 'skill-signed-off', mentor, enrollment, { skillId, note });
      const [row] = await tx.query<Row[]>(`${SHOWN} where s.enrollment_id = $1 and s.skill_id = $2 and s.revoked_at is null`, [enrollmentId, skillId]);
      if (!row) throw new Error(`the sign-off of ${skillId} came and went`);
      return shown(row);
    });
  }

  /** The row stays, with who and when. */
  async revoke(mentor: Person, enrollmentId: string, skillId: string): Promise<undefined> {
    const enrollment = await this.mentored.by(mentor, enrollmentId);
    await this.change(enrollmentId, async (tx) => {
      const [revoked] = await tx.query<[{ note: string }[], number]>(
        'update sign_off set revoked_at = $3, revoked_by = $4 where enrollment_id = $1 and skill_id = $2 and revoked_at is null returning note',
        [enrollmentId, skillId, this.now(), mentor.id],
      );
      for (const { note } of revoked) await this.record(tx, 'sign-off-revoked', mentor, enrollment, { skillId, note });
    });
    return undefined;
  }

  private async record(
    tx: EntityManager,
    act: 'skill-signed-off' | 'sign-off-revoked',
    by: Person,
    { id: enrollmentId, learnerId }: OwnEnrollment,
    { skillId, note }: { skillId: string; note: string },
  ): Promise<void> {
    await this.audit.record(tx, { act, by, subject: learnerId, detail: { enrollmentId, skill: await titled(tx, 'skill', skillId) }, about: { note } });
  }

  private async change<Result>(enrollmentId: string, change: (tx: EntityManager) => Promise<Result>): Promise<Result> {
    const result = await this.database.transaction(async (tx) => {
      const changed = await change(tx);
      await this.worklist.mark(tx, 'readiness', enrollmentId);
      return changed;
    });
    this.triggers.fire('readiness');
    return result;
  }

  private now(): Date {
    return new Date(this.clock.now().epochMilliseconds);
  }
}

function shown({ signedAt, signedBy, revokedAt, revokedBy, ...signOff }: Row): SignOff {
  const revoked = revokedAt && { at: revokedAt.toISOString(), by: revokedBy };
  return { ...signOff, signed: { at: signedAt.toISOString(), by: signedBy }, revoked };
}
