import { Temporal } from 'temporal-polyfill';
import type { OpenDay, Phase, PlanInput } from './plan-input.js';
import type { Work } from './plan-work.js';

/** Share of the last phase's time that is kept free of new work where there is slack: for reviews, and for what life brings. */
const BUFFER = 0.1;

export interface PhaseSpan {
  title: string;
  summary: string;
  from: Temporal.PlainDate;
  /** The last day, included. */
  to: Temporal.PlainDate;
}

const WHOLE: Phase = { title: 'Study', summary: 'Skill after skill, with a review now and then.', sharePercent: 100, focus: [] };

/** The guidance's phases as dates: the days from the start to the exam, divided by their shares. Each lasts at least to its own start. */
export function phaseSpans({ phases, today, examOn, startedOn = today }: PlanInput): PhaseSpan[] {
  const days = startedOn.until(examOn, { largestUnit: 'days' }).days;
  let share = 0;
  return (phases.length > 0 ? phases : [WHOLE]).map(({ title, summary, sharePercent }) => {
    const from = startedOn.add({ days: Math.round((share / 100) * days) });
    share += sharePercent;
    const to = startedOn.add({ days: Math.max(0, Math.round((share / 100) * days) - 1) });
    return { title, summary, from, to: Temporal.PlainDate.compare(to, from) < 0 ? from : to };
  });
}

/**
 * Minutes that should be placed by the end of each open day: within a phase the phase's work is spread evenly over its free minutes,
 * so that no day is full while the next is empty. The last phase ends its new work a little earlier, where there is slack.
 */
export function targets(days: readonly OpenDay[], work: readonly Work[], spans: readonly PhaseSpan[]): number[] {
  const phaseOf = ({ date }: OpenDay) => spans.findLastIndex(({ from }) => Temporal.PlainDate.compare(from, date) <= 0);
  const free = spans.map((_, phase) => days.filter((day) => phaseOf(day) === phase).reduce((sum, { minutes }) => sum + minutes, 0));
  const due = spans.map((_, phase) => work.filter((part) => part.phase === phase).reduce((sum, { minutes }) => sum + minutes, 0));
  const before = (phase: number) => due.slice(0, phase).reduce((sum, minutes) => sum + minutes, 0);
  const passed = spans.map(() => 0);
  return days.map((day) => {
    const phase = Math.max(0, phaseOf(day));
    passed[phase] = (passed[phase] ?? 0) + day.minutes;
    const length = (free[phase] ?? 1) * (phase === spans.length - 1 ? 1 - BUFFER : 1);
    return before(phase) + (due[phase] ?? 0) * Math.min(1, passed[phase] / length);
  });
}
