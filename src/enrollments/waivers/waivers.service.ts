import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { CurriculumService } from '../../curriculum/curriculum.service.js';
import { titled } from '../../curriculum/titled.js';
import { Audit } from '../../platform/audit/audit.js';
import type { Person } from '../../platform/auth/person.js';
import { readCursor, writeCursor } from '../../platform/http/cursor.js';
import { Problem } from '../../platform/http/problem.js';
import { notFound } from '../../platform/http/problems.contract.js';
import { Clock } from '../../platform/time/clock.js';
import { readsLearner } from '../readers/readers.sql.js';
import type { Waiver } from './waivers.contract.js';

type Row = Omit<Waiver, 'granted' | 'revoked'> & { grantedAt: Date; grantedBy: string; revokedAt: Date | null; revokedBy: string };

const SHOWN = `
  select waiver.id, waiver.reason, waiver.granted_at as "grantedAt", coalesce(granter.name, '') as "grantedBy",
    waiver.revoked_at as "revokedAt", coalesce(revoker.name, '') as "revokedBy",
    json_build_object('id', level.id, 'title', level.title) as level,
    json_build_object('slug', certification.slug, 'title', certification.title) as certification
  from waiver
  join level on level.id = waiver.level_id
  join certification on certification.id = level.certification_id
  left join account granter on granter.id = waiver.granted_by
  left join account revoker on revoker.id = waiver.revoked_by`;

/** Waivers, by whoever may decide for the learner: their mentors, and admins. */
@Injectable()
export class WaiversService {
  constructor(
    private readonly database: DataSource,
    private readonly curriculum: CurriculumService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(by: Person, learnerId: string, { limit, cursor }: { limit: number; cursor?: string | undefined }) {
    await this.refuseStranger(by, learnerId);
    const before = readCursor(cursor, 1) ?? [null];
    const rows = await this.database.query<Row[]>(
      `${SHOWN} where waiver.learner_id = $1 and ($2::uuid is null or waiver.id < $2) order by waiver.id desc limit $3`,
      [learnerId, ...before, limit + 1],
    );
    const items = rows.slice(0, limit).map(shown);
    const last = items.at(-1);
    return { items, nextCursor: rows.length > limit && last ? writeCursor([last.id]) : null };
  }

  async grant(by: Person, learnerId: string, levelId: string, reason: string): Promise<Waiver> {
    await this.refuseStranger(by, learnerId);
    await this.curriculum.refuseUnknownLevel(levelId);
    await this.database.transaction(async (tx) => {
      // The unique index decides, so that two who grant at once grant one.
      const granted = await tx.query<unknown[]>(
        `insert into waiver (id, learner_id, level_id, reason, granted_at, granted_by) values ($1, $2, $3, $4, $5, $6)
         on conflict (learner_id, level_id) where revoked_at is null do nothing returning id`,
        [uuidv7(), learnerId, levelId, reason, this.now(), by.id],
      );
      await tx.query(
        `update waiver_request set outcome = 'granted', closed_at = $3, closed_by = $4 where learner_id = $1 and level_id = $2 and outcome is null`,
        [learnerId, levelId, this.now(), by.id],
      );
      if (granted.length > 0) await this.record(tx, 'waiver-granted', by, learnerId, { levelId, reason });
    });
    const waiver = await this.inForce(learnerId, levelId);
    if (!waiver) throw new Error(`the waiver of ${learnerId} for ${levelId} came and went`);
    return waiver;
  }

  /** To revoke what is not in force changes nothing. */
  async revoke(by: Person, learnerId: string, levelId: string): Promise<undefined> {
    await this.refuseStranger(by, learnerId);
    await this.database.transaction(async (tx) => {
      const [revoked] = await tx.query<[{ reason: string }[], number]>(
        'update waiver set revoked_at = $3, revoked_by = $4 where learner_id = $1 and level_id = $2 and revoked_at is null returning reason',
        [learnerId, levelId, this.now(), by.id],
      );
      for (const { reason } of revoked) await this.record(tx, 'waiver-revoked', by, learnerId, { levelId, reason });
    });
    return undefined;
  }

  private async record(
    tx: EntityManager,
    act: 'waiver-granted' | 'waiver-revoked',
    by: Person,
    learnerId: string,
    { levelId, reason }: { levelId: string; reason: string },
  ): Promise<void> {
    await this.audit.record(tx, { act, by, subject: learnerId, detail: { level: await titled(tx, 'level', levelId) }, about: { reason } });
  }

  async inForce(learnerId: string, levelId: string): Promise<Waiver | null> {
    const [row] = await this.database.query<Row[]>(`${SHOWN} where waiver.learner_id = $1 and waiver.level_id = $2 and waiver.revoked_at is null`, [
      learnerId,
      levelId,
    ]);
    return row ? shown(row) : null;
  }

  /** To a mentor there is nobody but the learners they may read. */
  private async refuseStranger(by: Person, learnerId: string): Promise<void> {
    const [known] = await this.database.query<unknown[]>(`select 1 from account where id = $1 and ($3 or ${readsLearner('$2', 'account.id')})`, [
      learnerId,
      by.id,
      by.roles.includes('admin'),
    ]);
    if (!known) throw new Problem(notFound, 'There is no such learner, or you do not mentor them.');
  }

  private now(): string {
    return this.clock.now().toString();
  }
}

function shown({ grantedAt, grantedBy, revokedAt, revokedBy, ...waiver }: Row): Waiver {
  const revoked = revokedAt && { at: revokedAt.toISOString(), by: revokedBy };
  return { ...waiver, granted: { at: grantedAt.toISOString(), by: grantedBy }, revoked };
}
