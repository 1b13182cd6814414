import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { CurriculumService } from '../curriculum/curriculum.service.js';
import type { LevelContent } from '../curriculum/level-content.js';
import { EnrollmentsService, type OwnEnrollment } from '../enrollments/enrollments.service.js';
import { Statements } from '../platform/database/statements.js';
import { Signals } from '../platform/queue/signals.js';
import { Clock } from '../platform/time/clock.js';
import { ProgressService } from '../progress/progress.service.js';
import { SkillMemories } from '../progress/skill-memories.service.js';
import { computed, type Attempt, type Computed } from './computed.js';
import { PassGrounds } from './passing/pass-grounds.service.js';
import { attempts, saveReadiness } from './readiness-rows.js';

/** Computes readiness from all that is known, in the worker alone, for what was logged or changed; a day that only passes is the sweep's. */
@Injectable()
export class Recompute {
  constructor(
    private readonly enrollments: EnrollmentsService,
    private readonly curriculum: CurriculumService,
    private readonly progress: ProgressService,
    private readonly memories: SkillMemories,
    private readonly grounds: PassGrounds,
    private readonly statements: Statements,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  /** Some round trips, however many; those that are gone are nothing to do. Done twice it changes nothing. */
  async of(enrollmentIds: readonly string[]): Promise<void> {
    const now = this.clock.now();
    const all = await this.fromAll(enrollmentIds, now);
    if (all.length === 0) return;
    await this.statements.run(...saveReadiness(all, now.toString()));
    for (const { enrollmentId } of all) this.signals.say('readiness-computed', enrollmentId);
  }

  /** What all that is known says, written nowhere. */
  async fromAll(enrollmentIds: readonly string[], now: Temporal.Instant): Promise<Computed[]> {
    await this.memories.advance(enrollmentIds);
    const [enrollments, facts] = [await this.enrollments.byIds(enrollmentIds), await this.progress.facts(enrollmentIds)];
    const [levels, grounds] = [await this.levelsOf(enrollments), await this.grounds.of(enrollments.map(({ levelId }) => levelId))];
    const rows = await this.statements.run<{ enrollmentId: string; attempts: Attempt[] }>(attempts, [enrollmentIds]);
    const factsOf = new Map(facts.map((each) => [each.enrollmentId, each]));
    const attemptsOf = new Map(rows.map((each) => [each.enrollmentId, each.attempts]));
    return enrollments.flatMap((enrollment) => {
      const [level, known, ground] = [levels.get(contentKey(enrollment)), factsOf.get(enrollment.id), grounds.get(enrollment.levelId)];
      return level && known && ground ? [computed(enrollment, level, known, attemptsOf.get(enrollment.id) ?? [], ground, now)] : [];
    });
  }

  /** Each level once; releases never change, so they come from memory mostly. */
  private async levelsOf(enrollments: readonly OwnEnrollment[]): Promise<Map<string, LevelContent>> {
    const levels = new Map<string, LevelContent>();
    for (const enrollment of enrollments) {
      const key = contentKey(enrollment);
      if (!levels.has(key)) levels.set(key, await this.curriculum.levelContent(enrollment.levelId, enrollment.releaseId));
    }
    return levels;
  }
}

const contentKey = ({ levelId, releaseId }: OwnEnrollment) => `${levelId} ${releaseId}`;
