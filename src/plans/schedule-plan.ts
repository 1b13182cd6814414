import type { Temporal } from 'temporal-polyfill';
import { placeWork, type Session } from './place-work.js';
import { openDays, sumMinutes } from './plan-days.js';
import type { PlanInput } from './plan-input.js';
import { phaseSpans, targets, type PhaseSpan } from './plan-pace.js';
import { placeExtras, type Extra } from './plan-reviews.js';
import { openWork, squeeze } from './plan-work.js';
import type { PlanItemKind, WayOut } from './plans.contract.js';
import { waysOut } from './ways-out.js';

export type { PlanInput } from './plan-input.js';

export interface ScheduledItem {
  date: Temporal.PlainDate;
  /** Its place within the day, from 0. */
  position: number;
  kind: PlanItemKind;
  title: string;
  skillId: string | null;
  projectId: string | null;
  minutes: number;
}

export interface ScheduledPlan {
  items: ScheduledItem[];
  phases: PhaseSpan[];
  /** Still to be done: effort of all skills and unfinished projects less what was logged for them. */
  neededMinutes: number;
  /** From today to the day before the exam. */
  availableMinutes: number;
  /** Needed but not available; 0 where it fits. */
  missingMinutes: number;
  feasible: boolean;
  waysOut: WayOut[];
}

/**
 * Makes a preparation plan: every skill and project, on days that have time, finished before the exam, in the phases of the level's
 * guidance. Where time is short each part gets its share and the missing minutes are said, with what would fix it.
 *
 * Pure and deterministic. Days hold at most their minutes; nothing lies before today, on the exam day, or on a rest day; the needed
 * minutes that are placed and those that are missing sum to all that is needed.
 */
export function schedulePlan(input: PlanInput): ScheduledPlan {
  const days = openDays(input);
  const all = openWork(input);
  const [neededMinutes, availableMinutes] = [sumMinutes(all), sumMinutes(days)];
  const missingMinutes = Math.max(0, neededMinutes - availableMinutes);
  const work = squeeze(all, availableMinutes);
  const phases = phaseSpans(input);
  const sessions = placeWork(days, work, targets(days, work, phases), input.doneMinutes);
  const extras = missingMinutes > 0 ? [] : placeExtras(days, sessions, input);
  return {
    items: inOrder(sessions, extras),
    phases,
    neededMinutes,
    availableMinutes,
    missingMinutes,
    feasible: missingMinutes === 0,
    waysOut: missingMinutes > 0 ? waysOut(input, all, missingMinutes) : [],
  };
}

/** Sessions and extras as items: by date, new work before reviews, each with its place in the day. */
function inOrder(sessions: readonly Session[], extras: readonly Extra[]): ScheduledItem[] {
  const items = [...withParts(sessions), ...extras.map((extra) => ({ ...extra, projectId: null }))];
  const byDate = items.map((item) => ({ item, date: item.date.toString() })).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  let day = '';
  let position = 0;
  return byDate.map(({ item, date }) => {
    position = date === day ? position + 1 : 0;
    day = date;
    return { ...item, position };
  });
}

/** A part that takes several sessions says which this is: 'ML lifecycle, part 2 of 4'. */
function withParts(sessions: readonly Session[]): Omit<ScheduledItem, 'position'>[] {
  const counts = bySubject(sessions);
  return sessions.map((session) => {
    const { date, work, minutes } = session;
    const of = counts.get(work.id) ?? [session];
    const title = of.length > 1 ? `${work.title}, part ${of.indexOf(session) + 1} of ${of.length}` : work.title;
    const isStudy = work.kind === 'study';
    return { date, kind: work.kind, title, skillId: isStudy ? work.id : null, projectId: isStudy ? null : work.id, minutes };
  });
}

function bySubject(sessions: readonly Session[]): Map<string, Session[]> {
  const groups = new Map<string, Session[]>();
  for (const session of sessions) groups.set(session.work.id, [...(groups.get(session.work.id) ?? []), session]);
  return groups;
}
