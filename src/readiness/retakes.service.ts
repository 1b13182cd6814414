import { Injectable } from '@nestjs/common';
import { RetakeFocusService } from '../plans/retake/retake-focus.service.js';
import { Statements, type Statement } from '../platform/database/statements.js';
import { Clock } from '../platform/time/clock.js';
import { dateAt } from '../platform/time/day-zone.js';
import type { KnownLearner } from './known-learners.service.js';
import { learnerHistory } from './learner-history.js';
import { retakeSkills } from './retake-skills.js';
import { readinessOf } from './score/readiness-model.js';

/** Parameters: ids of exams. */
const aimedAt: Statement = { name: 'retakes-aimed-at', text: 'select distinct outcome_id as id from retake_focus where outcome_id = any($1::uuid[])' };

/** Aims the plan to a retake at what was weak when the exam was not passed. */
@Injectable()
export class RetakesService {
  constructor(
    private readonly focus: RetakeFocusService,
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  async of(examined: readonly KnownLearner[]): Promise<void> {
    const retakes = examined.flatMap((each) => {
      const last = each.attempts.at(-1);
      return last?.result === 'failed' && each.enrollment.state === 'active' ? [{ ...each, outcomeId: last.id }] : [];
    });
    if (retakes.length === 0) return;
    const known = await this.statements.run<{ id: string }>(aimedAt, [retakes.map(({ outcomeId }) => outcomeId)]);
    const isKnown = new Set(known.map(({ id }) => id));
    for (const { enrollment, level, facts, outcomeId } of retakes.filter((each) => !isKnown.has(each.outcomeId))) {
      const on = dateAt(this.clock.now(), enrollment);
      const skills = retakeSkills(readinessOf(learnerHistory(level, facts, enrollment), on));
      // What was studied beyond its effort is done as well: it is to be done again on top of that.
      const beyond = (id: string) =>
        Math.max(0, (facts.minutesBySkill[id]?.minutes ?? 0) - (level.skills.find((skill) => skill.id === id)?.effortMinutes ?? 0));
      const focus = skills.map((skill) => ({ ...skill, minutes: skill.minutes + beyond(skill.skillId) }));
      if (focus.length > 0) await this.focus.set(enrollment.id, outcomeId, focus);
    }
  }
}
