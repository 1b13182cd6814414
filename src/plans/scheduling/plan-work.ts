import { Temporal } from 'temporal-polyfill';
import type { Part, PlanInput, WholeInput } from './plan-input.js';

/** A part with the minutes of it that are still to be placed. */
export interface Work extends Part {
  minutes: number;
  /** Index of the phase whose focus it is in; the first for one that no phase names. */
  phase: number;
}

export interface OpenWork {
  /** In the order in which it is to be done. */
  work: Work[];
  /** Of what is needed, what pinned items do. */
  pinnedMinutes: number;
}

type Content = Pick<PlanInput, 'skills' | 'projects' | 'phases' | 'doneMinutes' | 'finishedProjectIds' | 'leftOutIds' | 'gains' | 'today' | 'pinned'> &
  Pick<WholeInput, 'examOn'>;

/**
 * What is still to be done: by phase where the guidance says so, in each skills first, in their order, then projects. A skill that needs
 * another stands behind it whatever the phases say. With `gains` the one that gains most comes first instead.
 */
export function openWork(input: Content): OpenWork {
  const pinned = pinnedBySubject(input);
  let pinnedMinutes = 0;
  const work = partsOf(input).flatMap((part) => {
    const needed = Math.max(0, part.effortMinutes - (input.doneMinutes[part.id] ?? 0));
    const standing = Math.min(needed, pinned.get(part.id) ?? 0);
    pinnedMinutes += standing;
    return needed > standing ? [{ ...part, minutes: needed - standing, phase: phaseOf(part.id, input.phases) }] : [];
  });
  return { work: inOrder(work, input.gains), pinnedMinutes };
}

function partsOf({ skills, projects, finishedProjectIds, leftOutIds = [] }: Content): Part[] {
  const parts: Part[] = [
    ...skills.map((skill) => ({ afterIds: [], ...skill, kind: 'study' as const, skillIds: [] })),
    ...projects
      .filter(({ id }) => !finishedProjectIds.includes(id))
      .map((project) => ({ ...project, kind: 'project' as const, weightPercent: 0, afterIds: [] })),
  ];
  return parts.filter(({ id }) => !leftOutIds.includes(id));
}

const phaseOf = (id: string, phases: PlanInput['phases']) =>
  Math.max(
    0,
    phases.findIndex(({ focus }) => focus.includes(id)),
  );

/** Minutes of pinned items before the exam, by the skill or project that they do. */
function pinnedBySubject({ pinned = [], today, examOn }: Content): Map<string, number> {
  const minutes = new Map<string, number>();
  for (const item of pinned) {
    const id = item.kind === 'study' ? item.skillId : item.kind === 'project' ? item.projectId : null;
    const counts = Temporal.PlainDate.compare(item.date, today) >= 0 && Temporal.PlainDate.compare(item.date, examOn) < 0;
    if (id !== null && counts) minutes.set(id, (minutes.get(id) ?? 0) + item.minutes);
  }
  return minutes;
}

/** By phase or by gain, yet nothing before what it needs. A circle of needs is broken at its first part. */
function inOrder(work: readonly Work[], gains: PlanInput['gains']): Work[] {
  const gainOf = (part: Work) => {
    const each = (part.kind === 'study' ? [part.id] : part.skillIds).map((id) => gains?.[id] ?? 0);
    return each.reduce((sum, gain) => sum + gain, 0) / Math.max(1, each.length);
  };
  const waiting = [...work].sort(gains ? (a, b) => gainOf(b) - gainOf(a) : (a, b) => a.phase - b.phase);
  const ordered: Work[] = [];
  const open = new Set(waiting.map(({ id }) => id));
  while (waiting.length > 0) {
    const next = Math.max(
      0,
      waiting.findIndex(({ afterIds }) => afterIds.every((id) => !open.has(id))),
    );
    const [part] = waiting.splice(next, 1);
    if (!part) break;
    open.delete(part.id);
    ordered.push(part);
  }
  return ordered;
}

/** Shares are whole multiples of it: nobody sits down for three minutes. */
const STEP = 5;

/**
 * Fits work into fewer minutes than it needs: each part keeps the same share of what it needs, rounded down to five minutes; a share too
 * short to sit down for (`least`) is raised to that where larger ones can give. The minutes that rounding leaves go to the heaviest
 * parts first, as far as they need them. The sum is exactly `available`.
 */
export function squeeze(work: readonly Work[], available: number, least: number): Work[] {
  const needed = work.reduce((sum, { minutes }) => sum + minutes, 0);
  if (needed <= available) return [...work];
  const fitted = work.map((part) => ({ ...part, needs: part.minutes, minutes: Math.floor((part.minutes * available) / needed / STEP) * STEP }));
  let left = available - fitted.reduce((sum, { minutes }) => sum + minutes, 0);
  for (const part of [...fitted].sort((a, b) => b.weightPercent - a.weightPercent)) {
    const more = Math.min(left, part.needs - part.minutes);
    part.minutes += more;
    left -= more;
  }
  raiseCrumbs(fitted, least);
  return fitted.filter(({ minutes }) => minutes > 0).map(({ needs: _, ...part }) => part);
}

function raiseCrumbs(parts: { needs: number; minutes: number }[], least: number): void {
  for (const part of parts) {
    const wanted = Math.min(least, part.needs) - part.minutes;
    const giver = parts.reduce((largest, other) => (other.minutes > largest.minutes ? other : largest), part);
    if (wanted <= 0 || giver.minutes - wanted < 2 * least) continue;
    giver.minutes -= wanted;
    part.minutes += wanted;
  }
}
