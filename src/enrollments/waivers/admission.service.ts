import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { CurriculumService } from '../../curriculum/curriculum.service.js';
import type { LevelContent, LevelPrerequisite } from '../../curriculum/level-content.js';
import { plainText } from '../../curriculum/plain-text.js';
import type { Person } from '../../platform/auth/person.js';
import { Problem } from '../../platform/http/problem.js';
import { Clock } from '../../platform/time/clock.js';
import { AccountsService } from '../../users/accounts.service.js';
import { EnrollmentEntity } from '../enrollment.entity.js';
import { prerequisiteMissing } from '../enrollments.contract.js';
import { latestRequest } from './waiver-request.statements.js';
import type { Admission, Missing } from './waivers.contract.js';
import { WaiversService } from './waivers.service.js';

/** Whether a learner may begin a level. What is merely recommended stops nobody; it is said on the level's page. */
@Injectable()
export class AdmissionService {
  constructor(
    private readonly database: DataSource,
    private readonly curriculum: CurriculumService,
    private readonly waivers: WaiversService,
    private readonly accounts: AccountsService,
    private readonly clock: Clock,
  ) {}

  async read(learner: Person, levelId: string): Promise<Admission> {
    const [zone, level] = await Promise.all([this.accounts.read(learner.id), this.curriculum.levelContent(levelId)]);
    return { ...(await this.of(learner, level)), today: this.clock.today(zone) };
  }

  /** Refuses with the reason and the ways out. */
  async refuseUnlessAdmitted(learner: Person, level: LevelContent): Promise<void> {
    const { admitted, missing } = await this.of(learner, level);
    if (admitted) return;
    const levels = missing.flatMap((each) => each.level ?? []);
    const others = missing.filter((each) => each.level === null);
    const said = [
      levels.length > 0 &&
        `${level.title} comes after ${levels.map(({ title }) => title).join(' and ')}. Prepare for that first, and say here when you have passed it.`,
      others.length > 0 && `${level.title} demands: ${others.map(({ text }) => plainText(text)).join(' ')}`,
      'Your mentor or an admin can let you in all the same: ask them from the page of the level.',
    ];
    throw new Problem(prerequisiteMissing, said.filter(Boolean).join(' '), { levelIds: levels.map(({ id }) => id), missing });
  }

  private async of(learner: Person, { levelId, prerequisites }: LevelContent): Promise<Omit<Admission, 'today'>> {
    const enforced = prerequisites.filter(({ rule }) => rule === 'enforced');
    if (enforced.length === 0) return { admitted: true, missing: [], waiver: null, request: null };
    const passed = await this.passed(learner, enforced);
    const unmet = enforced.filter(({ levelId: before }) => before === null || !passed.has(before));
    const missing = await Promise.all(unmet.map((each) => this.told(each)));
    if (missing.length === 0) return { admitted: true, missing, waiver: null, request: null };
    const [waiver, request] = await Promise.all([this.waivers.inForce(learner.id, levelId), latestRequest(this.database, learner.id, levelId)]);
    return { admitted: waiver !== null, missing, waiver, request };
  }

  private async passed({ id: learnerId }: Person, enforced: readonly LevelPrerequisite[]): Promise<Set<string>> {
    const ids = enforced.flatMap(({ levelId }) => levelId ?? []);
    const passed = await this.database.manager.findBy(EnrollmentEntity, { learnerId, levelId: In(ids), state: In(['passed', 'expired']) });
    return new Set(passed.map(({ levelId }) => levelId));
  }

  private async told({ kind, text, levelId }: LevelPrerequisite): Promise<Missing> {
    return { kind, text, level: levelId === null ? null : { id: levelId, title: (await this.curriculum.levelContent(levelId)).title } };
  }
}
