/** `npm run readiness:backtest -- --data DIR --train 2013B,2013J --test 2014B`: how well chances of passing come out on learners of the Open University. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fitModel, FRACTIONS, predictAll } from './backtest.js';
import { crossValidate } from './cross-validation.js';
import { readOulad, type Presentation } from './oulad.js';
import { reliabilitySvg } from './reliability-svg.js';
import { fairnessReport, meanOf, qualityTable, resultOf, table } from './report.js';

const USAGE = `Usage: npm run readiness:backtest -- --data DIR --train NAMES --test NAMES [--json] [--svg FILE] [--cross-validate]
  NAMES are presentations, divided by commas, as 2013B,2013J. Credit: Open University Learning Analytics dataset,
  J. Kuzilek, M. Hlosta, Z. Zdrahal, Scientific Data 4:170171 (2017), CC BY 4.0.`;
const DIAGRAM = 'readiness-backtest.svg';

interface Options {
  data: string;
  train: string[];
  test: string[];
  json: boolean;
  svg: string | undefined;
  crossValidate: boolean;
}

try {
  const options = readOptions();
  const { train, test } = read(options);
  const predicted = predictAll(fitModel(train, FRACTIONS), test);
  const result = resultOf(predicted);
  const diagram = options.svg ?? (options.json ? undefined : DIAGRAM);
  if (diagram) {
    const panels = [...predicted].map(([fraction, predictions]) => ({ title: `At ${fraction}%`, predictions }));
    writeFileSync(diagram, reliabilitySvg([...panels, { title: 'All', predictions: [...predicted.values()].flat() }]));
  }
  if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else {
    console.log(`Fitted to ${options.train.join(', ')}, tested on ${options.test.join(', ')}.\n\n${qualityTable(result)}\n`);
    const free = resultOf(predictAll(fitModel(train, FRACTIONS, false), test));
    const [brier, freeBrier] = [meanOf(result, 'brier'), meanOf(free, 'brier')];
    console.log(`What the signs cost: mean Brier ${brier.toFixed(4)} with them, ${freeBrier.toFixed(4)} without.\n\n${fairnessReport(predicted)}`);
    console.log(`\nThe reliability diagram is in ${diagram}.`);
    if (options.crossValidate) console.log(`\n${crossValidationTable(train)}`);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: { ...text('data', 'train', 'test', 'svg'), json: { type: 'boolean' }, 'cross-validate': { type: 'boolean' } },
  }) as { values: Record<string, string | boolean | undefined> };
  const names = (value: unknown) => (typeof value === 'string' ? value.split(',').map((name) => name.trim()) : []).filter((name) => name !== '');
  const [train, test] = [names(values['train']), names(values['test'])];
  if (typeof values['data'] !== 'string' || train.length === 0 || test.length === 0) throw new Error(USAGE);
  const svg = typeof values['svg'] === 'string' ? values['svg'] : undefined;
  return { data: values['data'], train, test, svg, json: values['json'] === true, crossValidate: values['cross-validate'] === true };
}

function text<Name extends string>(...names: Name[]): Record<Name, { type: 'string' }> {
  return Object.fromEntries(names.map((name) => [name, { type: 'string' }])) as Record<Name, { type: 'string' }>;
}

function read({ data, train, test }: Options): { train: Presentation[]; test: Presentation[] } {
  const { presentations, leftOut } = readOulad(data, [...new Set([...train, ...test])]);
  if (leftOut.length > 0) process.stderr.write(`Left out, for their late snapshots are missing: ${leftOut.join(', ')}.\n`);
  const of = (names: readonly string[]) => presentations.filter(({ name }) => names.includes(name));
  return { train: of(train), test: of(test) };
}

function crossValidationTable(presentations: readonly Presentation[]): string {
  const folds = crossValidate(presentations).map(({ leftOut, result }) => [
    ...[leftOut, ...result.folds.map(({ brier }) => brier.toFixed(4))],
    ...[meanOf(result, 'brier').toFixed(4), meanOf(result, 'ece').toFixed(4)],
  ]);
  return `Each presentation and each course left out once: Brier at each share, its mean, the mean ECE.\n${table([['left out', ...FRACTIONS.map((percent) => `${percent}%`), 'mean', 'ECE'], ...folds])}`;
}
