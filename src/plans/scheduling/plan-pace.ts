import { Temporal } from 'temporal-polyfill';
import { daysApart } from '../../platform/time/local-date.js';
import { sumMinutes } from './plan-days.js';
import type { OpenDay, Phase, WholeInput } from './plan-input.js';
import type { Work } from './plan-work.js';

/** Share of the days to the exam that is kept free of new work at their end, and the most days it takes: for reviews, and for what life brings. */
const BUFFER = { share: 0.1, mostDays: 14 };

export interface PhaseSpan {
  title: string;
  summary: string;
  from: Temporal.PlainDate;
  /** The last day, included. */
  to: Temporal.PlainDate;
}

const WHOLE: Phase = { title: 'Study', summary: 'Skill after skill, with reviews as memory asks for them.', sharePercent: 100, focus: [] };

/** Days before the exam that a plan of so many days keeps free of new work: a tenth, two weeks at most, none in a plan of a few days. */
export const bufferDays = (daysToExam: number): number => Math.min(BUFFER.mostDays, Math.round(daysToExam * BUFFER.share));

/** The longest buffer up to the usual one that leaves time for all work before it; none where every day is needed. */
export function bufferThatFits(days: readonly OpenDay[], needed: number, daysToExam: number): number {
  let buffer = bufferDays(daysToExam);
  while (buffer > 0 && sumMinutes(before(days, daysToExam - buffer)) < needed) buffer -= 1;
  return buffer;
}

/** The days that come so many days after today at the latest, that one excluded. */
export const before = (days: readonly OpenDay[], index: number): OpenDay[] => days.filter((day) => day.index < index);

/**
 * The guidance's phases as dates: the days from the start to the buffer before the exam, divided by their shares. Each lasts at least to
 * its own start; the last one to the exam.
 */
export function phaseSpans(
  { phases, today, examOn, startedOn = today }: Pick<WholeInput, 'phases' | 'today' | 'examOn' | 'startedOn'>,
  buffer: number,
): PhaseSpan[] {
  const whole = daysApart(startedOn, examOn);
  const days = Math.max(0, whole - buffer);
  const all = phases.length > 0 ? phases : [WHOLE];
  let share = 0;
  return all.map(({ title, summary, sharePercent }, i) => {
    const from = startedOn.add({ days: Math.round((share / 100) * days) });
    share += sharePercent;
    const end = i === all.length - 1 ? whole : Math.round((share / 100) * days);
    const to = startedOn.add({ days: Math.max(0, end - 1) });
    return { title, summary, from, to: Temporal.PlainDate.compare(to, from) < 0 ? from : to };
  });
}

/**
 * Minutes that should be placed by the end of each open day: within a phase the phase's work is spread evenly over its free minutes,
 * so that no day is full while the next is empty. What a phase left undone is spread over the one that runs now, and not piled up.
 */
export function targets(days: readonly OpenDay[], work: readonly Work[], spans: readonly PhaseSpan[]): number[] {
  const phaseOf = ({ date }: OpenDay) =>
    Math.max(
      0,
      spans.findLastIndex(({ from }) => Temporal.PlainDate.compare(from, date) <= 0),
    );
  const phases = days.map(phaseOf);
  const free = spans.map(() => 0);
  days.forEach(({ minutes }, i) => (free[phases[i] ?? 0]! += minutes));
  // The phase itself, or the next that has time; where none has, the last one that had.
  const worked = (phase: number) => {
    const next = free.findIndex((minutes, i) => i >= phase && minutes > 0);
    return next >= 0 ? next : free.findLastIndex((minutes) => minutes > 0);
  };
  const due = spans.map(() => 0);
  for (const { phase, minutes } of work) due[Math.max(0, worked(phase))]! += minutes;
  const sumBefore = due.map((_, phase) => due.slice(0, phase).reduce((sum, minutes) => sum + minutes, 0));
  const passed = spans.map(() => 0);
  return days.map((day, i) => {
    const phase = phases[i] ?? 0;
    passed[phase]! += day.minutes;
    return (sumBefore[phase] ?? 0) + (due[phase] ?? 0) * Math.min(1, passed[phase]! / Math.max(1, free[phase] ?? 1));
  });
}
