import type { Part, PlanInput } from './plan-input.js';

/** A part with the minutes of it that are still to be placed. */
export interface Work extends Part {
  minutes: number;
  /** Index of the phase whose focus it is in; the first for one that no phase names. */
  phase: number;
}

/** What is still to be done: skills first, in their order, then projects; by phase where the guidance says so. */
export function openWork({ skills, projects, phases, doneMinutes, finishedProjectIds }: PlanInput): Work[] {
  const parts: Part[] = [
    ...skills.map((skill) => ({ ...skill, kind: 'study' as const, skillIds: [] })),
    ...projects.filter(({ id }) => !finishedProjectIds.includes(id)).map((project) => ({ ...project, kind: 'project' as const, weightPercent: 0 })),
  ];
  const phaseOf = (id: string) =>
    Math.max(
      0,
      phases.findIndex(({ focus }) => focus.includes(id)),
    );
  return parts
    .map((part) => ({ ...part, minutes: Math.max(0, part.effortMinutes - (doneMinutes[part.id] ?? 0)), phase: phaseOf(part.id) }))
    .filter(({ minutes }) => minutes > 0)
    .sort((a, b) => a.phase - b.phase);
}

/**
 * Fits work into fewer minutes than it needs: each part keeps the same share of what it needs, rounded down, and the minutes that
 * rounding leaves go to the heaviest parts first. The sum is exactly `available`.
 */
export function squeeze(work: readonly Work[], available: number): Work[] {
  const needed = work.reduce((sum, { minutes }) => sum + minutes, 0);
  if (needed <= available) return [...work];
  const fitted = work.map((part) => ({ ...part, minutes: Math.floor((part.minutes * available) / needed) }));
  let left = available - fitted.reduce((sum, { minutes }) => sum + minutes, 0);
  for (const part of [...fitted].sort((a, b) => b.weightPercent - a.weightPercent)) {
    if (left === 0) break;
    part.minutes += 1;
    left -= 1;
  }
  return fitted.filter(({ minutes }) => minutes > 0);
}
