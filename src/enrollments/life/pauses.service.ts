import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Person } from '../../platform/auth/person.js';
import { Problem } from '../../platform/http/problem.js';
import { Clock } from '../../platform/time/clock.js';
import { plainDate } from '../../platform/time/local-date.js';
import type { LocalDate } from '../../platform/time/time.contract.js';
import { EnrollmentWriter, refuseTurn } from '../enrollment-writer.service.js';
import type { Enrollment } from '../enrollments.contract.js';
import { EnrollmentsService } from '../enrollments.service.js';
import { setDue } from './due-rows.js';
import { pauseNotPossible, type PauseInput } from './life.contract.js';
import { endPause } from './pause-rows.js';
import { PauseEntity } from './pause.entity.js';

/** Pauses: begun and ended by hand; one with a last day is ended by the worker. */
@Injectable()
export class PausesService {
  constructor(
    private readonly enrollments: EnrollmentsService,
    private readonly writer: EnrollmentWriter,
    private readonly clock: Clock,
  ) {}

  async pause(learner: Person, id: string, { untilOn, reason }: PauseInput): Promise<Enrollment> {
    const enrollment = await this.enrollments.ownedBy(learner, id);
    const isPaused = enrollment.state === 'paused';
    if (!isPaused) refuseTurn(enrollment.state, 'paused');
    const today = this.clock.today(enrollment);
    refuseUntil(untilOn, today);
    const change = { what: 'state', became: untilOn ? `paused ${untilOn}` : 'paused', note: reason, revises: true } as const;
    await this.writer.write(learner, id, change, async (tx) => {
      const begun = { id: uuidv7(), enrollmentId: id, fromOn: today, untilOn, reason, pausedAt: this.writer.now(), pausedBy: learner.id };
      if (isPaused) await tx.update(PauseEntity, { enrollmentId: id, endedAt: IsNull() }, { untilOn, reason });
      else await this.writer.turn(tx, enrollment, 'paused');
      if (!isPaused) await tx.insert(PauseEntity, begun);
      await setDue(tx, [id]);
    });
    return this.enrollments.show(id);
  }

  /** From today on; where nothing is paused, nothing changes. */
  async end(learner: Person, id: string): Promise<Enrollment> {
    const enrollment = await this.enrollments.ownedBy(learner, id);
    if (enrollment.state !== 'paused') return this.enrollments.show(id);
    await this.writer.write(learner, id, { what: 'state', became: 'active', revises: true }, async (tx) => {
      await this.writer.turn(tx, enrollment, 'active');
      await endPause(tx, id, { endedOn: this.clock.today(enrollment), endedAt: this.writer.now(), endedBy: learner.id });
      await setDue(tx, [id]);
    });
    return this.enrollments.show(id);
  }
}

function refuseUntil(untilOn: LocalDate | null, today: LocalDate): void {
  const [from, to] = [plainDate(today).add({ days: 1 }).toString(), plainDate(today).add({ years: 1 }).toString()];
  if (untilOn !== null && (untilOn < from || untilOn > to)) throw new Problem(pauseNotPossible, `Choose a day from ${from} to ${to}, or none.`, { from, to });
}
