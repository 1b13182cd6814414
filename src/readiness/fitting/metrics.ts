/** How good predicted probabilities were, once it is known what became of them. */

export interface Prediction {
  /** 0 to 1. */
  probability: number;
  hasPassed: boolean;
}

export interface Quality {
  n: number;
  /** Area under the ROC curve: how often who passed was given more than who did not; ties count half. */
  auc: number;
  /** Mean squared error. */
  brier: number;
  /** Mean negative log likelihood, in nats. */
  logLoss: number;
  /** Expected calibration error over ten bins of equal width: mean distance of predicted and observed, by how many a bin holds. */
  ece: number;
}

export interface Bin {
  n: number;
  /** Means of its predictions and of what happened. */
  predicted: number;
  observed: number;
}

export const BINS = 10;
/** Keeps the logarithm finite. */
const LEAST = 1e-12;

export function qualityOf(predictions: readonly Prediction[]): Quality {
  const mean = (of: (prediction: Prediction, outcome: number) => number) =>
    predictions.reduce((sum, prediction) => sum + of(prediction, prediction.hasPassed ? 1 : 0), 0) / predictions.length;
  return {
    n: predictions.length,
    auc: aucOf(predictions),
    brier: mean(({ probability }, outcome) => (probability - outcome) ** 2),
    logLoss: mean(({ probability }, outcome) => -Math.log(Math.max(LEAST, outcome === 1 ? probability : 1 - probability))),
    ece: eceOf(predictions),
  };
}

/** Bins that hold nobody are left out. */
export function binsOf(predictions: readonly Prediction[]): Bin[] {
  const bins = Array.from({ length: BINS }, () => ({ n: 0, predicted: 0, observed: 0 }));
  for (const { probability, hasPassed } of predictions) {
    const bin = bins[Math.min(BINS - 1, Math.floor(probability * BINS))]!;
    bin.n += 1;
    bin.predicted += probability;
    bin.observed += hasPassed ? 1 : 0;
  }
  return bins.filter(({ n }) => n > 0).map(({ n, predicted, observed }) => ({ n, predicted: predicted / n, observed: observed / n }));
}

export function eceOf(predictions: readonly Prediction[]): number {
  return binsOf(predictions).reduce((sum, { n, predicted, observed }) => sum + (n / predictions.length) * Math.abs(predicted - observed), 0);
}

/** By ranks (Mann and Whitney); not a number where all passed or none did. */
function aucOf(predictions: readonly Prediction[]): number {
  const sorted = predictions.toSorted((a, b) => a.probability - b.probability);
  const passed = sorted.filter(({ hasPassed }) => hasPassed).length;
  let ranks = 0;
  for (let from = 0; from < sorted.length;) {
    let to = from;
    while (to < sorted.length && sorted[to]!.probability === sorted[from]!.probability) to++;
    // All of a tie have the mean of its ranks, which count from 1.
    for (let i = from; i < to; i++) if (sorted[i]!.hasPassed) ranks += (from + 1 + to) / 2;
    from = to;
  }
  return (ranks - (passed * (passed + 1)) / 2) / (passed * (sorted.length - passed));
}
