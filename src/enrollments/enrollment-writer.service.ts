import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Person } from '../platform/auth/person.js';
import { Problem } from '../platform/http/problem.js';
import { Triggers } from '../platform/queue/triggers.js';
import { Clock } from '../platform/time/clock.js';
import { Worklist } from '../platform/worklist/worklist.js';
import { EnrollmentChangeEntity } from './enrollment-change.entity.js';
import { ENROLLMENT_LIFE, isPlannable, maySwitch, type EnrollmentState } from './enrollment-life.js';
import { EnrollmentEntity } from './enrollment.entity.js';
import { stateForbids } from './enrollments.contract.js';
import type { ChangeKind } from './life/change-words.js';

/** A line of an enrollment's history. */
export interface Change {
  what: ChangeKind;
  became: string;
  /** In the words of whoever changed it. */
  note?: string;
  /** Whether a plan must follow. */
  revises: boolean;
}

type Standing = Pick<EnrollmentEntity, 'id' | 'state'>;

/** How every change of an enrollment is kept: one at a time, with its line in the history and the marks of what follows from it. */
@Injectable()
export class EnrollmentWriter {
  constructor(
    private readonly database: DataSource,
    private readonly worklist: Worklist,
    private readonly triggers: Triggers,
    private readonly clock: Clock,
  ) {}

  /**
   * @param by who changes it; null for what Daymark does by itself
   * @param lockFirst locks what other transactions lock before enrollments, so that none of them waits for this one while it waits for them
   */
  async write<T>(
    by: Person | null,
    enrollmentId: string,
    change: Change,
    work: (tx: EntityManager) => Promise<T>,
    lockFirst?: (tx: EntityManager) => Promise<void>,
  ): Promise<T> {
    const done = await this.database.transaction(async (tx) => {
      await lockFirst?.(tx);
      await this.lock(tx, enrollmentId);
      const result = await work(tx);
      await this.note(tx, by, enrollmentId, change);
      return result;
    });
    for (const queue of ['plans', 'readiness'] as const) this.triggers.fire(queue);
    return done;
  }

  /** For a look before a change, which is made again once the enrollment is locked. */
  read<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return work(this.database.manager);
  }

  /** Changes of one enrollment take turns. Not `for update`, which a log's foreign key would wait for. */
  async lock(tx: EntityManager, enrollmentId: string): Promise<void> {
    await tx.query('select from enrollment where id = $1 for no key update', [enrollmentId]);
  }

  /** For a transaction that was begun elsewhere, with the enrollment locked in it. */
  async note(tx: EntityManager, by: Person | null, enrollmentId: string, { what, became, note = '', revises }: Change): Promise<void> {
    if (revises) await tx.update(EnrollmentEntity, { id: enrollmentId }, { revision: () => 'revision + 1' });
    await tx.insert(EnrollmentChangeEntity, { enrollmentId, id: uuidv7(), changedAt: this.now(), changedBy: by?.id ?? null, what, became, note });
    await this.worklist.mark(tx, 'plan', enrollmentId);
    await this.worklist.mark(tx, 'readiness', enrollmentId);
  }

  /** Takes it to another state, unless somebody else did meanwhile. */
  async turn(tx: EntityManager, { id, state }: Standing, to: EnrollmentState): Promise<void> {
    refuseTurn(state, to);
    const { affected } = await tx.update(EnrollmentEntity, { id, state }, { state: to });
    if (affected !== 1) throw new Problem(stateForbids, 'It was changed a moment ago, elsewhere. Look at it again.', { state });
  }

  now(): Date {
    return new Date(this.clock.now().epochMilliseconds);
  }
}

/** Refuses a step that the table of enrollment-life.ts does not have, with those it has. */
export function refuseTurn(from: EnrollmentState, to: EnrollmentState): void {
  if (!maySwitch(from, to)) throw stateForbidsIt(from);
}

/** Exam date and availability are no use where nothing is prepared for any more. */
export function refuseUnlessPlannable({ state }: Standing): void {
  if (!isPlannable(state)) throw stateForbidsIt(state);
}

const words = (state: EnrollmentState) => state.replace('-', ' ');

/** For what cannot be done in a state: says which steps there are from it. */
export function stateForbidsIt(state: EnrollmentState): Problem {
  const next = ENROLLMENT_LIFE[state].map(words).join(' or ');
  return new Problem(stateForbids, `The enrollment is ${words(state)}, so this cannot be done now. It can become ${next}.`, { state });
}
