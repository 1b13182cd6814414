import { z } from 'zod';
import { endpoint } from '../../platform/http/endpoint.contract.js';
import { Instant } from '../../platform/time/time.contract.js';

/** A fit is tried again with so many exams that the model in use was not fitted to. */
export const LEARNS_FROM_EXAMS = 10;

const Share = z.number().min(0).max(1);

/** Exams whose predicted chance fell into one tenth of the scale. */
export const CalibrationBin = z
  .object({ from: Share, to: Share, exams: z.int(), predicted: Share.describe('Mean of what was predicted'), observed: Share.describe('Share that passed') })
  .meta({ id: 'CalibrationBin' });

const quality = {
  exams: z.int().describe('Recorded outcomes'),
  passed: z.int(),
  brier: z.number().nullable().describe('Mean squared error of the predictions; null without exams'),
  logLoss: z.number().nullable(),
  ece: Share.nullable().describe('Expected calibration error over ten bins'),
  bins: z.array(CalibrationBin).describe('Those that hold exams'),
};

export const LevelCalibration = z
  .object({
    level: z.object({ id: z.uuid(), title: z.string() }),
    certification: z.object({ slug: z.string(), title: z.string() }),
    release: z.int().nullable().describe('Null for all releases together'),
    ...quality,
  })
  .meta({ id: 'LevelCalibration' });
export type LevelCalibration = z.output<typeof LevelCalibration>;

export const PassFit = z
  .object({
    version: z.string(),
    fittedAt: Instant,
    outcomes: z.int(),
    logLoss: z.number().describe('On outcomes that it was not fitted to'),
    logLossBefore: z.number().describe('Of the model in use before it, on the same'),
    isAdopted: z.boolean(),
  })
  .meta({ id: 'PassFit' });

export const Calibration = z
  .object({
    overall: z.object(quality),
    levels: z.array(LevelCalibration).describe('Each level, all releases together and one by one'),
    model: z.object({ version: z.string(), isShipped: z.boolean().describe('It has not learnt from outcomes here yet') }),
    fits: z.array(PassFit).describe('The newest first'),
  })
  .meta({ id: 'Calibration' });
export type Calibration = z.output<typeof Calibration>;

export const readCalibration = endpoint({
  method: 'GET',
  path: '/readiness-calibration',
  summary: 'Read how well chances of passing came out, by level and release',
  allow: 'administer',
  answer: Calibration,
});
