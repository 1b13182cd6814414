import { logistic } from './ridge.js';

/**
 * How far (logit) predictions of a group lie from what became of it: what must be added to all of them so that as many are expected to
 * pass as did. Held towards zero by a prior of that standard deviation; next to none by default.
 */
export function offsetOf(predictions: readonly { logit: number; hasPassed: boolean }[], priorSd = 1_000): number {
  // Newton on one number: the same fit with the prediction as a given part.
  let offset = 0;
  for (let step = 0; step < 50; step++) {
    const [rest, weight] = predictions.reduce(
      ([sum, curvature], each) => {
        const p = logistic(each.logit + offset);
        return [sum + (each.hasPassed ? 1 : 0) - p, curvature + p * (1 - p)];
      },
      [-offset / priorSd ** 2, 1 / priorSd ** 2],
    );
    offset += rest / weight;
    if (Math.abs(rest / weight) < 1e-9) break;
  }
  return offset;
}
