import { Injectable } from '@nestjs/common';
import { CurriculumService } from '../curriculum/curriculum.service.js';
import type { LevelContent } from '../curriculum/level-content.js';
import { EnrollmentsService, type OwnEnrollment } from '../enrollments/enrollments.service.js';
import { Statements } from '../platform/database/statements.js';
import { ProgressService } from '../progress/progress.service.js';
import { SkillMemories } from '../progress/skill-memories.service.js';
import type { Attempt, CoveredFacts } from './computed.js';
import type { PassGround } from './passing/chance.js';
import { PassGrounds } from './passing/pass-grounds.service.js';
import { attempts } from './readiness-rows.js';

/** A learner in a level with all that is known of them, and all that they are compared with. */
export interface KnownLearner {
  enrollment: OwnEnrollment;
  level: LevelContent;
  facts: CoveredFacts;
  /** Exams, oldest first. */
  attempts: readonly Attempt[];
  ground: PassGround;
}

/** Brings together what readiness is worked out from. */
@Injectable()
export class KnownLearners {
  constructor(
    private readonly enrollments: EnrollmentsService,
    private readonly curriculum: CurriculumService,
    private readonly progress: ProgressService,
    private readonly memories: SkillMemories,
    private readonly grounds: PassGrounds,
    private readonly statements: Statements,
  ) {}

  /**
   * Takes the same few round trips for any number of enrollments. Deleted ones are left out. Skill memories are updated first. An entry that is
   * logged after that may be in the sums and not in a memory, so the facts only cover entries from before the update.
   */
  async of(enrollmentIds: readonly string[]): Promise<KnownLearner[]> {
    const coversUntil = await this.progress.latestChangesOf(enrollmentIds);
    await this.memories.advance(enrollmentIds);
    const [enrollments, progress] = [await this.enrollments.byIds(enrollmentIds), await this.progress.facts(enrollmentIds)];
    const [levels, grounds] = [await this.levelsOf(enrollments), await this.grounds.of(enrollments.map(({ levelId }) => levelId))];
    const rows = await this.statements.run<{ enrollmentId: string; attempts: Attempt[] }>(attempts, [enrollmentIds]);
    const factsOf = new Map(progress.map((each) => [each.enrollmentId, each]));
    const attemptsOf = new Map(rows.map((each) => [each.enrollmentId, each.attempts]));
    return enrollments.flatMap((enrollment) => {
      const [level, known, ground] = [levels.get(contentKey(enrollment)), factsOf.get(enrollment.id), grounds.get(enrollment.levelId)];
      if (!level || !known || !ground) return [];
      const facts = { ...known, coversUntil: coversUntil.get(enrollment.id) ?? null };
      return [{ enrollment, level, facts, attempts: attemptsOf.get(enrollment.id) ?? [], ground }];
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
