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

/** Shares are whole multiples of it: nobody sits down for three minutes. */
const STEP = 5;
/** A share below it is not worth sitting down for. */
const LEAST = 20;

/**
 * Fits work into fewer minutes than it needs: each part keeps the same share of what it needs, rounded down to five minutes; a share too
 * short to sit down for is raised to twenty minutes where larger ones can give them. The minutes that rounding leaves go to the heaviest
 * parts first, as far as they need them. The sum is exactly `available`.
 */
export function squeeze(work: readonly Work[], available: number): Work[] {
  const needed = work.reduce((sum, { minutes }) => sum + minutes, 0);
  if (needed <= available) return [...work];
  const fitted = work.map((part) => ({ ...part, needs: part.minutes, minutes: Math.floor((part.minutes * available) / needed / STEP) * STEP }));
  let left = available - fitted.reduce((sum, { minutes }) => sum + minutes, 0);
  for (const part of [...fitted].sort((a, b) => b.weightPercent - a.weightPercent)) {
    const more = Math.min(left, part.needs - part.minutes);
    part.minutes += more;
    left -= more;
  }
  raiseCrumbs(fitted);
  return fitted.filter(({ minutes }) => minutes > 0).map(({ needs: _, ...part }) => part);
}

function raiseCrumbs(parts: { needs: number; minutes: number }[]): void {
  for (const part of parts) {
    const wanted = Math.min(LEAST, part.needs) - part.minutes;
    const giver = parts.reduce((largest, other) => (other.minutes > largest.minutes ? other : largest), part);
    if (wanted <= 0 || giver.minutes - wanted < 2 * LEAST) continue;
    giver.minutes -= wanted;
    part.minutes += wanted;
  }
}
