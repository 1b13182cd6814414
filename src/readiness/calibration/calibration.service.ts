import { Injectable } from '@nestjs/common';
import { binsOf, BINS, qualityOf, type Prediction } from '../fitting/metrics.js';
import { Statements, type Statement } from '../../platform/database/statements.js';
import { FITTED } from '../passing/fitted.data.js';
import type { Calibration, LevelCalibration } from './calibration.contract.js';

interface Row {
  levelId: string;
  level: string;
  slug: string;
  certification: string;
  release: number;
  probability: number;
  hasPassed: boolean;
}

/** The latest; older exams say little of a curriculum and a model that have changed. */
const MOST_EXAMS = 20_000;

const predictions: Statement = {
  name: 'calibration-predictions',
  text: `
    select p.level_id as "levelId", l.title as level, c.slug, c.title as certification, r.number as release, p.probability, p.has_passed as "hasPassed"
    from exam_prediction p
    join level l on l.id = p.level_id
    join certification c on c.id = l.certification_id
    join release r on r.id = p.release_id
    where p.percent = 100
    order by p.taken_on desc limit ${MOST_EXAMS}`,
};

const fits: Statement = {
  name: 'calibration-fits',
  text: `
    select version, fitted_at as "fittedAt", outcomes, log_loss as "logLoss", log_loss_before as "logLossBefore", adopted_at is not null as "isAdopted"
    from pass_model order by fitted_at desc limit 50`,
};

/** How well chances of passing came out: predictions of exams beside what became of them. */
@Injectable()
export class CalibrationService {
  constructor(private readonly statements: Statements) {}

  async read(): Promise<Calibration> {
    const rows = await this.statements.run<Row>(predictions, []);
    const fitted = await this.statements.run<Omit<Calibration['fits'][number], 'fittedAt'> & { fittedAt: Date }>(fits, []);
    const inUse = fitted.find(({ isAdopted }) => isAdopted);
    return {
      overall: qualityOfExams(rows),
      levels: levelsOf(rows),
      model: { version: inUse?.version ?? FITTED.version, isShipped: !inUse },
      fits: fitted.map((fit) => ({ ...fit, fittedAt: fit.fittedAt.toISOString() })),
    };
  }
}

function levelsOf(rows: readonly Row[]): LevelCalibration[] {
  const groups = new Map<string, { of: Row; release: number | null; rows: Row[] }>();
  for (const row of rows) {
    for (const release of [null, row.release]) {
      const key = `${row.levelId} ${release ?? 'all'}`;
      const group = groups.get(key) ?? { of: row, release, rows: [] };
      group.rows.push(row);
      groups.set(key, group);
    }
  }
  return [...groups.values()]
    .map(({ of, release, rows: exams }) => ({
      level: { id: of.levelId, title: of.level },
      certification: { slug: of.slug, title: of.certification },
      release,
      ...qualityOfExams(exams),
    }))
    .sort(
      (a, b) => a.certification.title.localeCompare(b.certification.title) || a.level.title.localeCompare(b.level.title) || (a.release ?? 0) - (b.release ?? 0),
    );
}

function qualityOfExams(exams: readonly Prediction[]): Calibration['overall'] {
  const passed = exams.filter(({ hasPassed }) => hasPassed).length;
  if (exams.length === 0) return { exams: 0, passed, brier: null, logLoss: null, ece: null, bins: [] };
  const { brier, logLoss, ece } = qualityOf(exams);
  const bins = binsOf(exams).map(({ n, predicted, observed }) => {
    const bin = Math.min(BINS - 1, Math.floor(predicted * BINS));
    return { from: bin / BINS, to: (bin + 1) / BINS, exams: n, predicted, observed };
  });
  return { exams: exams.length, passed, brier, logLoss, ece, bins };
}
