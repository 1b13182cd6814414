/** The model of passing on learners it was not fitted to: who had a chance on a day is asked of what was known on that day. */
import { fitKnot, type Example } from '../fitting/fit-passing.js';
import { featuresOf, normsOf } from '../passing/features.js';
import { observe, workMeans, type Observation } from '../passing/observation.js';
import { passProbability, type PassModel } from '../passing/pass-model.js';
import type { Presentation, Student } from './oulad.js';
import type { Prediction } from '../fitting/metrics.js';

/** Shares of a course, in percent, at which a prediction is made. */
export const FRACTIONS = [20, 40, 60, 80, 100] as const;
/** Shares at which the model is fitted: those, and an early one. */
export const KNOT_PERCENTS = [10, ...FRACTIONS] as const;
/** Says how far off the intercept of a level may be; a backtest shows no ranges. */
const LEVEL_SD = 0;

export interface Predicted extends Prediction {
  course: string;
  traits: Student['traits'];
}

export interface Seen extends Example {
  traits: Student['traits'];
}

/** Who was registered and had not left on the day that a share of a presentation had gone, as seen beside the others then. */
export function seenAt(presentation: Presentation, percent: number): Seen[] {
  const { course, season } = presentation;
  const { there, observations } = observedAt(presentation, percent);
  const norms = normsOf(observations);
  if (!norms) return [];
  return there.map(({ hasPassed, traits }, i) => ({ features: featuresOf(observations[i]!, norms), level: course, season, hasPassed, traits }));
}

/** The same learners, not compared yet. */
export function observedAt({ lengthDays, learners }: Presentation, percent: number): { there: Student[]; observations: Observation[] } {
  const day = Math.floor((lengthDays * percent) / 100);
  const there = learners.filter(({ registeredDay, withdrawnDay }) => registeredDay <= day && (withdrawnDay === null || withdrawnDay > day));
  const means = workMeans(there.map(({ history }) => ({ work: history.preparation.work, day })));
  return { there, observations: there.map(({ history }) => observe(history.preparation, day, means)) };
}

export function fitModel(presentations: readonly Presentation[], percents: readonly number[] = KNOT_PERCENTS, withSigns = true): PassModel {
  const knots = percents.map((percent) => {
    const examples = presentations.flatMap((presentation) => seenAt(presentation, percent));
    return fitKnot(percent / 100, examples, withSigns);
  });
  return { version: 'backtest', knots, levelSd: LEVEL_SD, usual: [] };
}

/** Predictions at each share of the presentations. */
export function predictAll(model: PassModel, presentations: readonly Presentation[], percents: readonly number[] = FRACTIONS): Map<number, Predicted[]> {
  return new Map(
    percents.map((percent) => [
      percent,
      presentations.flatMap((presentation) =>
        seenAt(presentation, percent).map(({ features, level, season, hasPassed, traits }) => ({
          probability: passProbability(model, { share: percent / 100, level, season }, features),
          hasPassed,
          course: level,
          traits,
        })),
      ),
    ]),
  );
}
