import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { EnrollmentsService } from '../../enrollments/enrollments.service.js';
import type { Person } from '../../platform/auth/person.js';
import { Problem } from '../../platform/http/problem.js';
import { notFound } from '../../platform/http/problems.contract.js';
import { Triggers } from '../../platform/queue/triggers.js';
import { Clock } from '../../platform/time/clock.js';
import { Worklist } from '../../platform/worklist/worklist.js';
import { keyTaken, unknownProject } from '../progress.contract.js';
import { maySwitch, type EvidenceState } from './evidence-life.js';
import { deletedForGood, evidenceApproved, unknownFile, type Evidence, type EvidenceInput, type EvidenceItemInput } from './evidence.contract.js';
import { openEnrollment } from './open-enrollment.js';
import { asEvidence, evidenceById, STATE, takeTurn, type EvidenceRow } from './shown-evidence.js';

/** Submitting evidence, deleting it, and taking that back: the learner's side. */
@Injectable()
export class SubmissionsService {
  constructor(
    private readonly database: DataSource,
    private readonly enrollments: EnrollmentsService,
    private readonly worklist: Worklist,
    private readonly triggers: Triggers,
    private readonly clock: Clock,
  ) {}

  /** @param key a UUID made on the device, which becomes the evidence's id: a repeat answers it as it stands now, deleted or not */
  async submit(learner: Person, enrollmentId: string, projectId: string, { items }: EvidenceInput, key: string = uuidv7()): Promise<Evidence> {
    const { levelId } = await openEnrollment(this.enrollments, learner, enrollmentId);
    const evidence = await this.database.transaction(async (tx) => {
      await takeTurn(tx, enrollmentId);
      const known = await evidenceById(tx, key);
      if (known && (known.enrollmentId !== enrollmentId || known.projectId !== projectId)) throw new Problem(keyTaken, 'Make a new UUID for each submission.');
      if (known) return asEvidence(known);
      await this.refuseUnknownProject(tx, projectId, levelId);
      await this.refuseApproved(tx, enrollmentId, projectId);
      await this.useFiles(tx, enrollmentId, items);
      await tx.query(
        `insert into evidence (id, enrollment_id, project_id, number, state, submitted_at)
         select $1, $2, $3, coalesce(max(number), 0) + 1, 'submitted', $4 from evidence where enrollment_id = $2 and project_id = $3`,
        [key, enrollmentId, projectId, this.now()],
      );
      await insertItems(tx, key, items);
      await this.askForReadiness(tx, enrollmentId);
      return asEvidence((await evidenceById(tx, key))!);
    });
    this.triggers.fire('readiness');
    return evidence;
  }

  /** Leaves a tombstone; deleting it again changes nothing. What was submitted before it stands again. */
  delete(learner: Person, enrollmentId: string, evidenceId: string): Promise<Evidence> {
    return this.change(learner, enrollmentId, evidenceId, async (tx, { state, deletedAt }) => {
      if (deletedAt) return;
      if (state === 'approved') throw new Problem(evidenceApproved, 'What a mentor approved stays, for it is what their word rests on.');
      await tx.query('update evidence set deleted_at = $2 where id = $1', [evidenceId, this.now()]);
    });
  }

  restore(learner: Person, enrollmentId: string, evidenceId: string): Promise<Evidence> {
    return this.change(learner, enrollmentId, evidenceId, async (tx, { projectId, deletedAt, purgedAt }) => {
      if (!deletedAt) return;
      if (purgedAt) throw new Problem(deletedForGood, 'A deletion can be taken back for a day. Submit it anew.');
      await this.refuseApproved(tx, enrollmentId, projectId);
      await tx.query('update evidence set deleted_at = null where id = $1', [evidenceId]);
    });
  }

  private async change(
    learner: Person,
    enrollmentId: string,
    evidenceId: string,
    change: (tx: EntityManager, evidence: EvidenceRow) => Promise<void>,
  ): Promise<Evidence> {
    await openEnrollment(this.enrollments, learner, enrollmentId);
    const changed = await this.database.transaction(async (tx) => {
      await takeTurn(tx, enrollmentId);
      const evidence = await evidenceById(tx, evidenceId);
      if (evidence?.enrollmentId !== enrollmentId) throw new Problem(notFound, 'There is no such evidence in this enrollment.');
      await change(tx, evidence);
      await this.askForReadiness(tx, enrollmentId);
      return asEvidence((await evidenceById(tx, evidenceId))!);
    });
    this.triggers.fire('readiness');
    return changed;
  }

  /** What is handed in, and when, counts in the chance of passing. */
  private askForReadiness(tx: EntityManager, enrollmentId: string): Promise<void> {
    return this.worklist.mark(tx, 'readiness', enrollmentId);
  }

  private async refuseUnknownProject(tx: EntityManager, projectId: string, levelId: string): Promise<void> {
    const [known] = await tx.query<unknown[]>('select 1 from project where id = $1 and level_id = $2', [projectId, levelId]);
    if (!known) throw new Problem(unknownProject, 'Choose a project of the level that this enrollment is in.');
  }

  /** Nothing takes the place of what a mentor approved. */
  private async refuseApproved(tx: EntityManager, enrollmentId: string, projectId: string): Promise<void> {
    const [latest] = await tx.query<{ state: EvidenceState }[]>(
      `select ${STATE} as state from evidence e where e.enrollment_id = $1 and e.project_id = $2 and e.deleted_at is null order by e.number desc limit 1`,
      [enrollmentId, projectId],
    );
    if (latest && !maySwitch(latest.state, 'resubmitted'))
      throw new Problem(evidenceApproved, 'Nothing more is asked of it. A mentor who thinks otherwise asks for changes first.');
  }

  /** All files must be this enrollment's; from now on they stay for as long as the evidence does. */
  private async useFiles(tx: EntityManager, enrollmentId: string, items: readonly EvidenceItemInput[]): Promise<void> {
    const ids = [...new Set(items.flatMap((item) => (item.kind === 'file' ? [item.fileId] : [])))].sort();
    if (ids.length === 0) return;
    const [found] = await tx.query<[{ id: string }[], number]>(
      'update evidence_file set used_at = coalesce(used_at, $3) where enrollment_id = $1 and id = any($2::uuid[]) returning id',
      [enrollmentId, ids, this.now()],
    );
    const missing = ids.filter((id) => !found.some((file) => file.id === id));
    if (missing.length > 0) throw new Problem(unknownFile, 'Upload it first; one that no evidence shows goes after a day.', { missing });
  }

  private now(): Date {
    return new Date(this.clock.now().epochMilliseconds);
  }
}

async function insertItems(tx: EntityManager, evidenceId: string, items: readonly EvidenceItemInput[]): Promise<void> {
  const rows = items.map((item, position) => ({ position, ...row(item) }));
  await tx.query(
    `insert into evidence_item (evidence_id, position, kind, url, title, text, file_id)
     select $1, position, kind, url, title, text, "fileId"
     from jsonb_to_recordset($2::jsonb) as item (position int, kind text, url text, title text, text text, "fileId" uuid)`,
    [evidenceId, JSON.stringify(rows)],
  );
}

const row = (item: EvidenceItemInput): Record<string, string> => ({ ...item });
