import type { Break } from '@server/enrollments/availability/availability.contract';
import type { Plan } from '@server/plans/plans.contract';
import { addDays, daysBetween } from '../../ui/format';

/** A stretch of days in per cent of the way from the plan's first day to the exam. */
export interface Stretch {
  from: string;
  /** The last day, included. */
  to: string;
  startPercent: number;
  widthPercent: number;
}

export interface TimelinePhase extends Stretch {
  title: string;
  summary: string;
  state: 'done' | 'now' | 'ahead';
  /** How much of its days is behind. */
  donePercent: number;
}

export interface Timeline {
  todayPercent: number;
  phases: TimelinePhase[];
  breaks: (Stretch & { note: string })[];
  /** Days before the exam without new work; null where there are none. */
  buffer: Stretch | null;
  fixedDates: { id: string; title: string; date: string; percent: number }[];
}

type Drawn = Pick<Plan, 'phases' | 'today' | 'examOn' | 'bufferDays' | 'fixedDates'>;

/** Where everything stands on the way to the exam, day by day to scale. Pure. */
export function timelineOf({ phases, today, examOn, bufferDays, fixedDates }: Drawn, breaks: readonly Break[]): Timeline {
  const first = phases[0]?.from ?? today;
  const start = first < today ? first : today < examOn ? first : today;
  const total = Math.max(1, daysBetween(start, examOn));
  const percent = (date: string) => Math.min(100, Math.max(0, (daysBetween(start, date) / total) * 100));
  const stretch = (from: string, to: string): Stretch => {
    const startPercent = percent(from);
    return { from, to, startPercent, widthPercent: percent(addDays(to, 1)) - startPercent };
  };
  return {
    todayPercent: percent(today),
    phases: phases.map(({ title, summary, from, to }) => {
      const days = daysBetween(from, to) + 1;
      const state = to < today ? 'done' : from > today ? 'ahead' : 'now';
      const behind = Math.min(days, Math.max(0, daysBetween(from, today)));
      return { title, summary, state, donePercent: (behind / days) * 100, ...stretch(from, to) };
    }),
    breaks: breaks
      .filter(({ fromOn, toOn }) => toOn >= start && fromOn < examOn)
      .map(({ fromOn, toOn, note }) => ({ note, ...stretch(fromOn, toOn < examOn ? toOn : addDays(examOn, -1)) })),
    buffer: bufferDays > 0 ? stretch(addDays(examOn, -bufferDays), addDays(examOn, -1)) : null,
    fixedDates: fixedDates
      .filter(({ date }) => date >= start && date < examOn)
      .map(({ id, title, date }) => ({ id, title, date, percent: percent(date) + 50 / total })),
  };
}
