import { Injectable } from '@nestjs/common';
import { CurriculumService } from '../curriculum/curriculum.service.js';
import type { LevelContent } from '../curriculum/level-content.js';
import { EnrollmentsService, type OwnEnrollment } from '../enrollments/enrollments.service.js';
import { Statements } from '../platform/database/statements.js';
import { Signals } from '../platform/queue/signals.js';
import { Clock } from '../platform/time/clock.js';
import { ProgressService } from '../progress/progress.service.js';
import { SkillMemories } from '../progress/skill-memories.service.js';
import { computed, type Attempt } from './computed.js';
import { ExamPredictions } from './passing/exam-predictions.service.js';
import { PassGrounds } from './passing/pass-grounds.service.js';
import { RetakesService } from './retakes.service.js';
import { attempts, dueReadiness, saveReadiness } from './readiness-rows.js';

const BATCH = 500;
const FIRST = { nextDueAt: new Date(0), id: '00000000-0000-0000-0000-000000000000' };

/** Computes readiness from all that is known, in the worker alone: for what was logged, and once a day for what faded. */
@Injectable()
export class Recompute {
  constructor(
    private readonly enrollments: EnrollmentsService,
    private readonly curriculum: CurriculumService,
    private readonly progress: ProgressService,
    private readonly memories: SkillMemories,
    private readonly grounds: PassGrounds,
    private readonly predictions: ExamPredictions,
    private readonly retakes: RetakesService,
    private readonly statements: Statements,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  /** Some round trips, however many; those that are gone are nothing to do. Done twice it changes nothing. */
  async of(enrollmentIds: readonly string[]): Promise<void> {
    const now = this.clock.now();
    await this.memories.advance(enrollmentIds);
    const [enrollments, facts] = [await this.enrollments.byIds(enrollmentIds), await this.progress.facts(enrollmentIds)];
    const [levels, grounds] = [await this.levelsOf(enrollments), await this.grounds.of(enrollments.map(({ levelId }) => levelId))];
    const rows = await this.statements.run<{ enrollmentId: string; attempts: Attempt[] }>(attempts, [enrollmentIds]);
    const factsOf = new Map(facts.map((each) => [each.enrollmentId, each]));
    const attemptsOf = new Map(rows.map((each) => [each.enrollmentId, each.attempts]));
    const examined = enrollments.flatMap((enrollment) => {
      const [level, known, ground] = [levels.get(contentKey(enrollment)), factsOf.get(enrollment.id), grounds.get(enrollment.levelId)];
      return level && known && ground ? [{ enrollment, level, facts: known, attempts: attemptsOf.get(enrollment.id) ?? [], ground }] : [];
    });
    if (examined.length === 0) return;
    const all = examined.map((each) => computed(each.enrollment, each.level, each.facts, each.attempts, each.ground, now));
    await this.statements.run(...saveReadiness(all, now.toString()));
    await this.predictions.of(examined.filter((each) => each.attempts.some(({ result }) => result !== null)));
    await this.retakes.of(examined);
    for (const { enrollmentId } of all) this.signals.say('readiness-computed', enrollmentId);
  }

  /** In batches, never holding a lock. Two sweeps at once do some work twice, and change nothing by it. */
  async due(): Promise<void> {
    for (let last = FIRST; ;) {
      const values = [this.clock.now().toString(), last.nextDueAt, last.id, BATCH];
      const due = await this.statements.run<typeof FIRST>(dueReadiness, values);
      if (due.length > 0) await this.of(due.map(({ id }) => id));
      const end = due.at(-1);
      if (!end || due.length < BATCH) return;
      last = end;
    }
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
