import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { Statements } from '../platform/database/statements.js';
import { Signals } from '../platform/queue/signals.js';
import { Clock } from '../platform/time/clock.js';
import { computed, type Computed } from './computed.js';
import { KnownLearners, type KnownLearner } from './known-learners.service.js';
import { ExamPredictions } from './passing/exam-predictions.service.js';
import { saveReadiness } from './readiness-rows.js';
import { RetakesService } from './retakes.service.js';

/** Computes readiness from all that is known, in the worker alone, for what was logged or changed; a day that only passes is the sweep's. */
@Injectable()
export class Recompute {
  constructor(
    private readonly known: KnownLearners,
    private readonly predictions: ExamPredictions,
    private readonly retakes: RetakesService,
    private readonly statements: Statements,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  /** However many, in some round trips; those that are gone are nothing to do. Done twice it changes nothing. */
  async of(enrollmentIds: readonly string[]): Promise<void> {
    const now = this.clock.now();
    const learners = await this.known.of(enrollmentIds);
    if (learners.length === 0) return;
    const all = learners.map((learner) => computedOf(learner, now));
    await this.statements.run(...saveReadiness(all, now.toString()));
    await this.predictions.of(learners.filter(({ attempts }) => attempts.some(({ result }) => result !== null)));
    await this.retakes.of(learners);
    for (const { enrollmentId } of all) this.signals.say('readiness-computed', enrollmentId);
  }

  /** What all that is known says, written nowhere. */
  async fromAll(enrollmentIds: readonly string[], now: Temporal.Instant): Promise<Computed[]> {
    return (await this.known.of(enrollmentIds)).map((learner) => computedOf(learner, now));
  }
}

const computedOf = ({ enrollment, level, facts, attempts, ground }: KnownLearner, now: Temporal.Instant) =>
  computed(enrollment, level, facts, attempts, ground, now);
