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
import { AdmissionService } from './admission.service.js';
import { latestRequest, shownRequest, shownRequests, type RequestRow } from './waiver-request.statements.js';
import { waiverNotNeeded, waiverRequestClosed, type WaiverRequest, type WaiverRequestRow } from './waiver-requests.contract.js';

interface Page {
  limit: number;
  cursor?: string | undefined;
  accountId?: string | undefined;
}

/** What was asked for, and by whom. */
interface Declined {
  learnerId: string;
  levelId: string;
  request: string;
}

/** Whom a person decides for: an admin for everybody, a mentor for the learners they may read. */
const DECIDED_BY = `($1 or ${readsLearner('$2', 'request.learner_id')})`;

/** Requests to be let into a level: asked and taken back by the learner, declined by whoever could grant the waiver. */
@Injectable()
export class WaiverRequestsService {
  constructor(
    private readonly database: DataSource,
    private readonly curriculum: CurriculumService,
    private readonly admission: AdmissionService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async ask(learner: Person, levelId: string, reason: string): Promise<WaiverRequest> {
    const { admitted } = await this.admission.read(learner, levelId);
    const { title } = await this.curriculum.levelContent(levelId);
    if (admitted) throw new Problem(waiverNotNeeded, `You may begin ${title} as it is. Choose a date and start.`);
    // The unique index decides, so that two taps ask once.
    await this.database.query(
      `insert into waiver_request (id, learner_id, level_id, reason, asked_at) values ($1, $2, $3, $4, $5)
       on conflict (learner_id, level_id) where outcome is null do nothing`,
      [uuidv7(), learner.id, levelId, reason, this.now()],
    );
    const request = await latestRequest(this.database, learner.id, levelId);
    if (!request) throw new Error(`the request of ${learner.id} for ${levelId} came and went`);
    return request;
  }

  /** To withdraw what is not open changes nothing. */
  async withdraw(learner: Person, levelId: string): Promise<undefined> {
    await this.database.query(
      `update waiver_request set outcome = 'withdrawn', closed_at = $3, closed_by = $1 where learner_id = $1 and level_id = $2 and outcome is null`,
      [learner.id, levelId, this.now()],
    );
    return undefined;
  }

  /** Without those of learners who got in by passing what was missing. */
  async list(by: Person, { limit, cursor, accountId }: Page): Promise<{ items: WaiverRequestRow[]; nextCursor: string | null }> {
    const [after] = readCursor(cursor, 1) ?? [null];
    const learner = `, json_build_object('id', learner.id, 'name', learner.name) as learner`;
    const rows = await this.database.query<(RequestRow & Pick<WaiverRequestRow, 'learner'>)[]>(
      `${shownRequests(learner)}
       where request.outcome is null and ${DECIDED_BY}
         and ($3::uuid is null or request.learner_id = $3) and ($4::uuid is null or request.id > $4)
         and not exists (select from enrollment here where here.learner_id = request.learner_id and here.level_id = request.level_id and here.state <> 'withdrawn')
       order by request.id limit $5`,
      [isAdmin(by), by.id, accountId ?? null, after, limit + 1],
    );
    const items = rows.slice(0, limit).map(shownRequest);
    const last = items.at(-1);
    return { items, nextCursor: rows.length > limit && last ? writeCursor([last.id]) : null };
  }

  /** One that was declined already stays so, with its first reason. */
  async decline(by: Person, requestId: string, reason: string): Promise<WaiverRequest> {
    await this.database.transaction(async (tx) => {
      const [declined] = await tx.query<[Declined[], number]>(
        `update waiver_request request set outcome = 'declined', answer = $4, closed_at = $5, closed_by = $2
         where id = $3 and outcome is null and ${DECIDED_BY}
         returning learner_id as "learnerId", level_id as "levelId", reason as request`,
        [isAdmin(by), by.id, requestId, reason, this.now()],
      );
      for (const each of declined) await this.record(tx, by, each, reason);
    });
    const [row] = await this.database.query<RequestRow[]>(`${shownRequests()} where request.id = $3 and ${DECIDED_BY}`, [isAdmin(by), by.id, requestId]);
    if (!row) throw new Problem(notFound, 'There is no such request, or you do not mentor who asked.');
    if (row.outcome === 'granted') throw new Problem(waiverRequestClosed, `A waiver was granted already. Revoke that one to take it back.`);
    if (row.outcome === 'withdrawn') throw new Problem(waiverRequestClosed, 'They took it back. There is nothing left to decide.');
    return shownRequest(row);
  }

  private async record(tx: EntityManager, by: Person, { learnerId, levelId, request }: Declined, reason: string): Promise<void> {
    const detail = { level: await titled(tx, 'level', levelId) };
    await this.audit.record(tx, { act: 'waiver-declined', by, subject: learnerId, detail, about: { request, reason } });
  }

  private now(): string {
    return this.clock.now().toString();
  }
}

const isAdmin = (by: Person) => by.roles.includes('admin');
