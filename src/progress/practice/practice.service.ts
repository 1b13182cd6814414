import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { EnrollmentsService } from '../../enrollments/enrollments.service.js';
import type { Person } from '../../platform/auth/person.js';
import { readCursor, writeCursor } from '../../platform/http/cursor.js';
import { Problem } from '../../platform/http/problem.js';
import { notFound } from '../../platform/http/problems.contract.js';
import { Triggers } from '../../platform/queue/triggers.js';
import { Clock } from '../../platform/time/clock.js';
import { Worklist } from '../../platform/worklist/worklist.js';
import { keyTaken } from '../progress.contract.js';
import { StudyRules } from '../study-rules.service.js';
import type { PracticeResult, PracticeResultInput } from './practice.contract.js';
import { PracticeResultEntity } from './practice-result.entity.js';
import { PracticeResultSkillEntity } from './practice-result-skill.entity.js';

type Row = PracticeResultEntity & Pick<PracticeResult, 'skills'>;

/** A result with its skills; a condition and an order are to be appended. */
const SHOWN = `
  select r.id, r.enrollment_id as "enrollmentId", r.taken_on as "takenOn", r.source, r.items_right as "itemsRight", r.items_asked as "itemsAsked",
    r.recorded_at as "recordedAt", r.changed_at as "changedAt", r.deleted_at as "deletedAt",
    (select coalesce(json_agg(json_build_object('skillId', skill_id, 'itemsRight', items_right, 'itemsAsked', items_asked) order by skill_id), '[]')
     from practice_result_skill where result_id = r.id) as skills
  from practice_result r`;

/** Results of practice exams: each a dated row, whole and by skill. */
@Injectable()
export class PracticeService {
  constructor(
    private readonly database: DataSource,
    private readonly enrollments: EnrollmentsService,
    private readonly rules: StudyRules,
    private readonly worklist: Worklist,
    private readonly triggers: Triggers,
    private readonly clock: Clock,
  ) {}

  /** The latest first, the latest recorded first within a date. */
  async list(person: Person, enrollmentId: string, { limit, cursor }: { limit: number; cursor?: string | undefined }) {
    await this.enrollments.readableBy(person, enrollmentId);
    const before = readCursor(cursor, 3) ?? [null, null, null];
    const rows = await this.database.query<Row[]>(
      `${SHOWN} where r.enrollment_id = $1 and r.deleted_at is null
         and ($2::date is null or (r.taken_on, r.recorded_at, r.id) < ($2, $3::timestamptz, $4::uuid))
       order by r.taken_on desc, r.recorded_at desc, r.id desc limit $5`,
      [enrollmentId, ...before, limit + 1],
    );
    const items = rows.slice(0, limit).map(shown);
    const last = items.at(-1);
    return { items, nextCursor: rows.length > limit && last ? writeCursor([last.takenOn, last.recordedAt, last.id]) : null };
  }

  /** @param key a UUID made on the device, which becomes the id: a repeat answers the result as it stands now, deleted or not */
  async record(learner: Person, enrollmentId: string, { skills, ...result }: PracticeResultInput, key: string = uuidv7()): Promise<PracticeResult> {
    await this.check(learner, enrollmentId, { skills, ...result });
    const now = this.now();
    return this.change(enrollmentId, key, async (tx) => {
      const row = { ...result, id: key, enrollmentId, recordedAt: now, changedAt: now };
      const { raw } = await tx.createQueryBuilder().insert().into(PracticeResultEntity).values(row).orIgnore().returning('id').execute();
      if ((raw as unknown[]).length > 0) await this.writeSkills(tx, key, skills);
      else if ((await this.find(tx, key)).enrollmentId !== enrollmentId) throw new Problem(keyTaken, 'Make a new UUID for each result.');
    });
  }

  async correct(learner: Person, enrollmentId: string, resultId: string, { skills, ...result }: PracticeResultInput): Promise<PracticeResult> {
    await this.check(learner, enrollmentId, { skills, ...result });
    return this.change(enrollmentId, resultId, async (tx) => {
      const { deletedAt } = await this.locked(tx, enrollmentId, resultId);
      if (deletedAt) throw new Problem(notFound, 'This result was deleted. Take the deletion back first.');
      await tx.update(PracticeResultEntity, { id: resultId }, { ...result, changedAt: this.now() });
      await tx.delete(PracticeResultSkillEntity, { resultId });
      await this.writeSkills(tx, resultId, skills);
    });
  }

  /** Leaves a tombstone; deleting it again changes nothing. */
  async delete(learner: Person, enrollmentId: string, resultId: string): Promise<PracticeResult> {
    return this.setDeleted(learner, enrollmentId, resultId, this.now());
  }

  async restore(learner: Person, enrollmentId: string, resultId: string): Promise<PracticeResult> {
    return this.setDeleted(learner, enrollmentId, resultId, null);
  }

  private async setDeleted(learner: Person, enrollmentId: string, resultId: string, deletedAt: Date | null): Promise<PracticeResult> {
    await this.rules.check(learner, enrollmentId, { skillId: null, projectId: null });
    return this.change(enrollmentId, resultId, async (tx) => {
      const before = await this.locked(tx, enrollmentId, resultId);
      if ((before.deletedAt === null) === (deletedAt === null)) return;
      await tx.update(PracticeResultEntity, { id: resultId }, { deletedAt, changedAt: this.now() });
    });
  }

  private async check(learner: Person, enrollmentId: string, { takenOn, skills }: PracticeResultInput): Promise<void> {
    await this.rules.check(learner, enrollmentId, { date: takenOn, skillId: null, projectId: null });
    await this.rules.checkSkills(
      enrollmentId,
      skills.map(({ skillId }) => skillId),
    );
  }

  private async change(enrollmentId: string, resultId: string, change: (tx: EntityManager) => Promise<void>): Promise<PracticeResult> {
    const answer = await this.database.transaction(async (tx) => {
      await change(tx);
      await this.worklist.mark(tx, 'readiness', enrollmentId);
      return shown(await this.find(tx, resultId));
    });
    this.triggers.fire('readiness');
    return answer;
  }

  private async locked(tx: EntityManager, enrollmentId: string, id: string): Promise<PracticeResultEntity> {
    const result = await tx.findOne(PracticeResultEntity, { where: { id, enrollmentId }, lock: { mode: 'pessimistic_write' } });
    if (!result) throw new Problem(notFound, 'There is no such result in this enrollment.');
    return result;
  }

  private async find(tx: EntityManager, id: string): Promise<Row> {
    const [row] = await tx.query<Row[]>(`${SHOWN} where r.id = $1`, [id]);
    if (!row) throw new Problem(notFound, 'There is no such result.');
    return row;
  }

  private async writeSkills(tx: EntityManager, resultId: string, skills: PracticeResultInput['skills']): Promise<void> {
    if (skills.length > 0)
      await tx.insert(
        PracticeResultSkillEntity,
        skills.map((skill) => ({ ...skill, resultId })),
      );
  }

  private now(): Date {
    return new Date(this.clock.now().epochMilliseconds);
  }
}

function shown({ enrollmentId: _, recordedAt, changedAt, deletedAt, ...row }: Row): PracticeResult {
  return { ...row, recordedAt: recordedAt.toISOString(), changedAt: changedAt.toISOString(), deletedAt: deletedAt?.toISOString() ?? null };
}
