import { binsOf, eceOf, qualityOf } from './metrics.js';

const predictions = [
  { probability: 0.9, hasPassed: true },
  { probability: 0.8, hasPassed: true },
  { probability: 0.6, hasPassed: false },
  { probability: 0.2, hasPassed: false },
];

describe('the quality of predictions', () => {
  it('is what one works out by hand', () => {
    const { n, auc, brier, logLoss } = qualityOf(predictions);
    expect({ n, auc }).toEqual({ n: 4, auc: 1 });
    expect(brier).toBeCloseTo((0.01 + 0.04 + 0.36 + 0.04) / 4, 9);
    expect(logLoss).toBeCloseTo(-(Math.log(0.9) + Math.log(0.8) + Math.log(0.4) + Math.log(0.8)) / 4, 9);
  });

  it('counts ties half', () => {
    expect(qualityOf(predictions.map(({ hasPassed }) => ({ probability: 0.5, hasPassed }))).auc).toBe(0.5);
    const inverted = predictions.map(({ probability, hasPassed }) => ({ probability: 1 - probability, hasPassed }));
    expect(qualityOf(inverted).auc).toBe(0);
  });

  it('has bins of a tenth each, and the mean distance of predicted and observed in them', () => {
    const all = [
      { probability: 0.62, hasPassed: true },
      { probability: 0.68, hasPassed: false },
      { probability: 1, hasPassed: true },
    ];
    expect(binsOf(all)).toEqual([
      { n: 2, predicted: 0.65, observed: 0.5 },
      { n: 1, predicted: 1, observed: 1 },
    ]);
    expect(eceOf(all)).toBeCloseTo(0.1, 9);
  });
});
