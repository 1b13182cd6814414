/** How well the model does on what it was not fitted to, each presentation and each course being left out once: by this, and not by one test, it was chosen. */
import { FRACTIONS, fitModel, predictAll } from './backtest.js';
import type { Presentation } from './oulad.js';
import { resultOf, type BacktestResult } from './report.js';

export interface Fold {
  leftOut: string;
  result: BacktestResult;
}

export function crossValidate(presentations: readonly Presentation[], withSigns = true): Fold[] {
  return (['name', 'course'] as const).flatMap((key) =>
    [...new Set(presentations.map((each) => each[key]))].sort().flatMap((leftOut) => {
      const rest = presentations.filter((each) => each[key] !== leftOut);
      if (rest.length === 0) return [];
      const model = fitModel(rest, FRACTIONS, withSigns);
      return [
        {
          leftOut,
          result: resultOf(
            predictAll(
              model,
              presentations.filter((each) => each[key] === leftOut),
            ),
          ),
        },
      ];
    }),
  );
}
