/** What a backtest says, in words and numbers. */
import type { Predicted } from './backtest.js';
import { groupQualities, isDoubtful, LEAST_GROUP, type GroupQuality } from './group-fairness.js';
import { qualityOf, type Quality } from '../fitting/metrics.js';

export interface BacktestResult {
  folds: ({ fraction: number } & Quality)[];
  /** All predictions of all fractions together. */
  overall: Quality;
}

export function resultOf(predicted: ReadonlyMap<number, readonly Predicted[]>): BacktestResult {
  return {
    folds: [...predicted].map(([fraction, predictions]) => ({ fraction, ...qualityOf(predictions) })),
    overall: qualityOf([...predicted.values()].flat()),
  };
}

export const meanOf = ({ folds }: BacktestResult, key: keyof Quality): number => folds.reduce((sum, fold) => sum + fold[key], 0) / folds.length;

export function qualityTable(result: BacktestResult): string {
  const line = (at: string, { n, auc, brier, logLoss, ece }: Quality) => [at, String(n), auc.toFixed(3), brier.toFixed(4), logLoss.toFixed(4), ece.toFixed(4)];
  const mean = {
    n: meanOf(result, 'n'),
    auc: meanOf(result, 'auc'),
    brier: meanOf(result, 'brier'),
    logLoss: meanOf(result, 'logLoss'),
    ece: meanOf(result, 'ece'),
  };
  return table([
    ['at', 'n', 'AUC', 'Brier', 'log loss', 'ECE'],
    ...result.folds.map((fold) => line(`${fold.fraction}%`, fold)),
    line('mean', { ...mean, n: Math.round(mean.n) }),
    line('all', result.overall),
  ]);
}

/** One fraction's groups as a table, and a sentence for each fraction on where the model differs. */
export function fairnessReport(predicted: ReadonlyMap<number, readonly Predicted[]>, shown = 60): string {
  const byFraction = [...predicted].map(([fraction, predictions]) => ({ fraction, groups: groupQualities(predictions) }));
  const lines = (byFraction.find(({ fraction }) => fraction === shown)?.groups ?? []).map((group) => [
    ...[group.trait, group.group, String(group.n)],
    ...[signed(group.bias), group.biasError.toFixed(3), group.ece.toFixed(3), group.eceFloor.toFixed(3)],
  ]);
  return [
    `Groups of at least ${LEAST_GROUP} at ${shown}%. Bias is predicted less observed; the floor is the ECE of a perfectly calibrated model in that group.`,
    table([['trait', 'group', 'n', 'bias', 's.e.', 'ECE', 'floor'], ...lines]),
    ...byFraction.map(({ fraction, groups }) => doubtSentence(fraction, groups)),
  ].join('\n');
}

function doubtSentence(fraction: number, groups: readonly GroupQuality[]): string {
  const doubtful = groups.filter(isDoubtful);
  if (doubtful.length === 0) return `At ${fraction}%: none of ${groups.length} groups differs by more than chance (1 in 100) explains.`;
  const words = doubtful.map(({ trait, group, bias, biasError }) => {
    const way = bias > 0 ? 'above' : 'below';
    return `${trait} ${group} (predicted ${Math.abs(bias * 100).toFixed(1)} points ${way} what came, s.e. ${(biasError * 100).toFixed(1)})`;
  });
  return `At ${fraction}%: more than chance (1 in 100) explains for ${words.join('; ')}.`;
}

const signed = (value: number) => `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(3)}`;

/** Columns in line, numbers to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const isNumber = (cell: string) => /^[-+]?[\d.]+%?$/.test(cell);
  return rows.map((row) => row.map((cell, i) => (isNumber(cell) ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!))).join('  ')).join('\n');
}
