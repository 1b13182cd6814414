import { Injectable } from '@nestjs/common';
import { Statements, type Statement } from '../../platform/database/statements.js';
import { Clock } from '../../platform/time/clock.js';
import { plainDate } from '../../platform/time/local-date.js';
import type { LocalDate } from '../../platform/time/time.contract.js';
import { ProgressService, type ProgressFacts } from '../../progress/progress.service.js';
import { knownOf } from '../computed.js';
import type { KnownLearner } from '../known-learners.service.js';
import { dayNumber, shapeOf } from '../score/basis.js';
import { readinessAt } from '../score/readiness-model.js';
import { passChance } from './chance.js';
import { FITTED } from './fitted.data.js';

interface Unpredicted {
  outcomeId: string;
  enrollmentId: string;
  takenOn: LocalDate;
  hasPassed: boolean;
}

/** Exams whose result is known and that were not looked back at yet. Parameters: enrollment ids. */
const unpredicted: Statement = {
  name: 'exam-unpredicted',
  text: `
    select id as "outcomeId", enrollment_id as "enrollmentId", taken_on as "takenOn", result = 'passed' as "hasPassed"
    from outcome o where enrollment_id = any($1::uuid[]) and result is not null and not exists (select from exam_prediction where outcome_id = o.id)`,
};

/** Parameters: an array of each column. An outcome that is gone meanwhile is left out. */
const save: Statement = {
  name: 'exam-predictions-save',
  text: `
    insert into exam_prediction (outcome_id, percent, enrollment_id, level_id, release_id, taken_on, has_passed, features, score, probability, model, made_at)
    select p.outcome_id, p.percent, p.enrollment_id, p.level_id, p.release_id, p.taken_on, p.has_passed, p.features::real[], p.score, p.probability, p.model, p.made_at
    from unnest($1::uuid[], $2::smallint[], $3::uuid[], $4::uuid[], $5::uuid[], $6::date[], $7::boolean[], $8::text[], $9::int[], $10::real[], $11::text[], $12::timestamptz[])
      as p (outcome_id, percent, enrollment_id, level_id, release_id, taken_on, has_passed, features, score, probability, model, made_at)
    join outcome o on o.id = p.outcome_id
    on conflict do nothing`,
};

/** Looks back at exams once their result is known: what would have been said at each share of the way, from what was known by then. */
@Injectable()
export class ExamPredictions {
  constructor(
    private readonly progress: ProgressService,
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  async of(examined: readonly KnownLearner[]): Promise<void> {
    if (examined.length === 0) return;
    const outcomes = await this.statements.run<Unpredicted>(unpredicted, [examined.map(({ enrollment }) => enrollment.id)]);
    const byId = await this.withAllDays(examined.filter(({ enrollment }) => outcomes.some(({ enrollmentId }) => enrollmentId === enrollment.id)));
    const rows = outcomes.flatMap((outcome) => {
      const known = byId.get(outcome.enrollmentId);
      return known ? lookedBack(known, outcome).map((row) => [...row, this.clock.now().toString()]) : [];
    });
    if (rows.length === 0) return;
    const columns = rows[0]!.map((_, i) => rows.map((row) => row[i]));
    await this.statements.run(save, columns);
  }

  /** By id. Facts hold the latest days alone, and what is looked back at may lie long before them. */
  private async withAllDays(examined: readonly KnownLearner[]): Promise<Map<string, KnownLearner>> {
    const days = await this.progress.allDaysOf(
      examined.filter(({ facts }) => facts.studyDays > facts.recentDays.length).map(({ enrollment }) => enrollment.id),
    );
    return new Map(
      examined.map((each) => {
        const { id } = each.enrollment;
        return [id, { ...each, facts: { ...each.facts, recentDays: days.get(id) ?? each.facts.recentDays } }];
      }),
    );
  }
}

/** In the order of the columns. The day of an exam that was taken before its preparation began says nothing. */
function lookedBack({ enrollment, level, facts, attempts, ground }: KnownLearner, { outcomeId, takenOn, hasPassed }: Unpredicted): unknown[][] {
  const shape = shapeOf(level);
  const before = attempts.filter((attempt) => attempt.takenOn < takenOn);
  const known = knownOf({ ...enrollment, examOn: takenOn }, level, until(facts, takenOn), before, plainDate(takenOn));
  const { startDay, examDay } = known.way;
  if (startDay >= examDay) return [];
  return FITTED.knots.map(({ share }) => {
    const percent = Math.round(share * 100);
    const day = startDay + Math.floor((examDay - startDay) * share);
    const { features, probability, model } = passChance(known.way, day, ground);
    const score = percent === 100 ? readinessAt(shape, known.basis, dayNumber(plainDate(takenOn))).score : null;
    return [outcomeId, percent, enrollment.id, level.levelId, level.releaseId, takenOn, hasPassed, `{${features.join(',')}}`, score, probability, model];
  });
}

/** What is dated after an exam is left out of what was known of it. Sums of minutes know no date, and go on. */
function until(facts: ProgressFacts, date: LocalDate): ProgressFacts {
  const finished = Object.entries(facts.finishedProjects).filter(([, on]) => on <= date);
  return {
    ...facts,
    recentDays: facts.recentDays.filter((day) => day.date <= date),
    practice: facts.practice.filter(({ on }) => on <= date),
    finishedProjects: Object.fromEntries(finished),
  };
}
