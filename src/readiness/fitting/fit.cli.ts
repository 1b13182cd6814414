/** `npm run readiness:fit -- --data DIR --presentations 2013B,2013J,2014B`: fits the model that Daymark comes with, and writes it as data. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fitModel, KNOT_PERCENTS, observedAt, predictAll } from '../backtest/backtest.js';
import { readOulad, type Presentation } from '../backtest/oulad.js';
import { featuresOf, normsOf, type PeerNorms } from '../passing/features.js';
import { modelVersion } from '../passing/model-version.js';
import { passLogit, type PassModel, type Usual } from '../passing/pass-model.js';
import { logit } from './ridge.js';
import { offsetOf } from './fit-offset.js';

const FILE = join('src', 'readiness', 'passing', 'fitted.data.ts');
const USAGE = 'Usage: npm run readiness:fit -- --data DIR --presentations NAMES (divided by commas)';

try {
  const { values } = parseArgs({ options: { data: { type: 'string' }, presentations: { type: 'string' } } });
  if (!values.data || !values.presentations) throw new Error(USAGE);
  const { presentations } = readOulad(values.data, values.presentations.split(','));
  const fitted = fitModel(presentations);
  const fit = {
    // Courses and seasons of the Open University say nothing of a level here.
    knots: fitted.knots.map((knot) => roundedKnot({ ...knot, season: 0, levels: {} })),
    levelSd: rounded(levelSpread(presentations)),
    usual: KNOT_PERCENTS.map((percent) => usualAt(fitted, presentations, percent)),
  };
  const model: PassModel = { version: modelVersion(`oulad-${values.presentations.replaceAll(',', '-')}`, fit), ...fit };
  writeFileSync(FILE, sourceOf(model, presentations));
  process.stderr.write(`Written to ${FILE}; levels differ by ${model.levelSd} (logit).\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

/** How far the intercepts of courses lie from what a model that does not know them says: the root of their mean square over all shares. */
function levelSpread(presentations: readonly Presentation[]): number {
  const courses = [...new Set(presentations.map(({ course }) => course))];
  const offsets = courses.flatMap((course) => {
    const model = fitModel(presentations.filter((each) => each.course !== course));
    const predicted = predictAll(
      model,
      presentations.filter((each) => each.course === course),
    );
    return [...predicted.values()].map((predictions) => offsetOf(predictions.map(({ probability, hasPassed }) => ({ logit: logit(probability), hasPassed }))));
  });
  return Math.sqrt(offsets.reduce((sum, offset) => sum + offset ** 2, 0) / offsets.length);
}

/** Norms of all presentations together, and how far chances lie apart that are worked out with these and with those of true peers. */
function usualAt(model: PassModel, presentations: readonly Presentation[], percent: number): Usual {
  const share = percent / 100;
  const seen = presentations.map((presentation) => observedAt(presentation, percent).observations);
  const own = seen.map((observations) => normsOf(observations)!);
  const mean = (key: keyof PeerNorms) => own.reduce((sum, norms) => sum + norms[key], 0) / own.length;
  const norms = Object.fromEntries(Object.keys(own[0]!).map((key) => [key, mean(key as keyof PeerNorms)])) as unknown as PeerNorms;
  const differences = seen.flatMap((observations, i) =>
    observations.map((each) => {
      // Effort has no unit of its own, and coverage another one here: without peers they say nothing (peer-norms.ts).
      const unknown = { ...norms, effortLog: each.effortLog, coverage: each.coverage };
      return passLogit(model, { share }, featuresOf(each, unknown)).total - passLogit(model, { share }, featuresOf(each, own[i]!)).total;
    }),
  );
  const squares = differences.reduce((sum, difference) => sum + difference ** 2, 0) / differences.length;
  return { share, norms: roundedAll(norms), withoutPeersSd: rounded(Math.sqrt(squares)) };
}

function sourceOf(model: PassModel, presentations: readonly Presentation[]): string {
  const learners = presentations.reduce((sum, each) => sum + each.learners.length, 0);
  return `/**
 * The model of passing that Daymark comes with, written by \`npm run readiness:fit\`: data, not to be changed by hand.
 *
 * Fitted to the Open University Learning Analytics dataset (J. Kuzilek, M. Hlosta, Z. Zdrahal, Scientific Data 4:170171, 2017; CC BY 4.0):
 * ${presentations.map(({ course, name }) => `${course} ${name}`).join(', ')};
 * ${learners} learners.
 */
import type { PassModel } from './pass-model.js';

export const FITTED: PassModel = ${JSON.stringify(model, null, 2)};
`;
}

function roundedKnot({ share, intercept, season, coefficients, scales, sds, levels }: PassModel['knots'][number]) {
  const all = (values: readonly number[]) => values.map(rounded);
  return { share, intercept: rounded(intercept), season, coefficients: all(coefficients), scales: all(scales), sds: all(sds), levels };
}

function roundedAll(norms: PeerNorms): PeerNorms {
  return Object.fromEntries(Object.entries(norms).map(([key, value]) => [key, rounded(value as number)])) as unknown as PeerNorms;
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
