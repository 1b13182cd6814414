import { Injectable } from '@nestjs/common';
import { Statements, type Statement } from '../../platform/database/statements.js';
import { Clock } from '../../platform/time/clock.js';
import { LEARNS_FROM_EXAMS } from '../calibration/calibration.contract.js';
import { heldOutLoss, refitted, type Outcome } from '../fitting/refit.js';
import { withinBounds } from './features.js';
import { FITTED } from './fitted.data.js';
import { modelVersion } from './model-version.js';
import type { PassModel } from './pass-model.js';

const MOST_OUTCOMES = 20_000;

const outcomes: Statement = {
  name: 'refit-outcomes',
  text: `
    select p.outcome_id as id, p.level_id as "levelId", p.percent, p.features, p.has_passed as "hasPassed", p.made_at as "madeAt"
    from exam_prediction p
    where p.outcome_id in (select outcome_id from exam_prediction where percent = 100 order by taken_on desc limit ${MOST_OUTCOMES})`,
};

const latest: Statement = {
  name: 'refit-latest',
  text: `
    select (select json_build_object('version', version, 'coefficients', coefficients, 'fittedAt', fitted_at)
      from pass_model where adopted_at is not null order by adopted_at desc limit 1) as "inUse",
      (select max(fitted_at) from pass_model) as "triedAt"`,
};

/** Parameters: version, now, outcomes, coefficients, log loss, the one before, adopted or null. */
const save: Statement = {
  name: 'refit-save',
  text: `
    insert into pass_model (version, fitted_at, outcomes, coefficients, log_loss, log_loss_before, adopted_at)
    values ($1, $2::timestamptz, $3, $4, $5, $6, $7::timestamptz) on conflict do nothing`,
};

interface Latest {
  inUse: { version: string; coefficients: Pick<PassModel, 'version' | 'knots'>; fittedAt: string } | null;
  triedAt: Date | null;
}

/** Lets the model of passing learn from exams that were taken here. Every fit is kept; one that is no better on exams it has not seen is not used. */
@Injectable()
export class RefitsService {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  async refit(): Promise<void> {
    const [kept, [last]] = [await this.statements.run<Outcome & { madeAt: Date }>(outcomes, []), await this.statements.run<Latest>(latest, [])];
    const all = kept.map((outcome) => ({ ...outcome, features: withinBounds(outcome.features) }));
    const tried = last?.triedAt?.getTime() ?? 0;
    const isNew = ({ madeAt }: { madeAt: Date }, since: number) => madeAt.getTime() > since;
    if (idsOf(all.filter((each) => isNew(each, tried))).size < LEARNS_FROM_EXAMS) return;
    const used = last?.inUse ? { ...FITTED, ...last.inUse.coefficients } : FITTED;
    const judged = idsOf(all.filter((each) => isNew(each, last?.inUse ? Date.parse(last.inUse.fittedAt) : 0)));
    const now = this.clock.now().toString();
    const knots = refitted(FITTED, all);
    const version = modelVersion(`outcomes-${now.slice(0, 10)}-${idsOf(all).size}`, { ...FITTED, knots });
    const loss = heldOutLoss(FITTED, used, all, judged);
    const coefficients = { version, knots };
    await this.statements.run(save, [
      version,
      now,
      idsOf(all).size,
      JSON.stringify(coefficients),
      loss.refit,
      loss.inUse,
      loss.refit < loss.inUse ? now : null,
    ]);
  }
}

const idsOf = (all: readonly { id: string }[]): Set<string> => new Set(all.map(({ id }) => id));
