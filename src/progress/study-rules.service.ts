import { Injectable } from '@nestjs/common';
import type { Person } from '../platform/auth/person.js';
import { Statements } from '../platform/database/statements.js';
import { Problem } from '../platform/http/problem.js';
import { notFound } from '../platform/http/problems.contract.js';
import { Clock } from '../platform/time/clock.js';
import { loggableDates } from './loggable-dates.js';
import { knownSkills, loggableEnrollment, type LoggableEnrollment } from './loggable-enrollment.statement.js';
import { dateNotLoggable, enrollmentClosed, unknownProject, unknownSkill } from './progress.contract.js';

const CLOSED = new Set(['withdrawn', 'expired']);

interface About {
  date?: string;
  skillId: string | null;
  projectId: string | null;
}

/** What every write of the study log must pass. */
@Injectable()
export class StudyRules {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** The learner's own enrollment, if this may be written in it; refuses with the reason otherwise. */
  async check(learner: Person, enrollmentId: string, { date, skillId, projectId }: About): Promise<LoggableEnrollment> {
    const [enrollment] = await this.statements.run<LoggableEnrollment>(loggableEnrollment, [enrollmentId, learner.id, skillId, projectId]);
    if (!enrollment) throw new Problem(notFound, 'There is no such enrollment, or it is not yours.');
    if (CLOSED.has(enrollment.state)) throw new Problem(enrollmentClosed, `The enrollment is ${enrollment.state}. What was logged stays.`);
    if (!enrollment.isSkillKnown) throw new Problem(unknownSkill, 'Choose a skill of the level that this enrollment is in.');
    if (!enrollment.isProjectKnown) throw new Problem(unknownProject, 'Choose a project of the level that this enrollment is in.');
    if (date !== undefined) this.refuseDate(date, enrollment);
    return enrollment;
  }

  /** The same of many skills at once, for an enrollment that was let through. */
  async checkSkills(enrollmentId: string, skillIds: readonly string[]): Promise<void> {
    if (skillIds.length === 0) return;
    const known = await this.statements.run(knownSkills, [enrollmentId, skillIds]);
    if (known.length < skillIds.length) throw new Problem(unknownSkill, 'Choose skills of the level that this enrollment is in.');
  }

  private refuseDate(date: string, { startedOn, ...zone }: LoggableEnrollment): void {
    const { from, to } = loggableDates(startedOn, this.clock.today(zone));
    if (date < from || date > to) throw new Problem(dateNotLoggable, `Choose a date from ${from} to ${to}.`, { from, to });
  }
}
