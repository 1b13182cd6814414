/** How the memory of a skill follows its entries: a date with study is one review, and only what is later than all it knows may be added to it. */
import { Temporal } from 'temporal-polyfill';
import { plainDate } from '../platform/time/local-date.js';
import type { LocalDate } from '../platform/time/time.contract.js';
import type { Recall } from './progress.contract.js';
import { remember, USUAL_RECALL, type SkillMemory } from './skill-memory.js';

/** An entry of a skill, as its memory sees it. */
export interface Studied {
  date: LocalDate;
  recall: Recall | null;
}

/** What a skill's memory knows, and what it does not know yet. */
export interface KnownMemory {
  /** Null for a skill without study. */
  memory: SkillMemory | null;
  /** The earliest date on which entries came, changed or went since; null when it knows all. */
  staleFrom: LocalDate | null;
}

/** How a date went, of its entries in the order in which they were logged: the last one rated says it; study that nobody rated went as usual. */
export const recallOfDate = (recalls: readonly (Recall | null)[]): Recall => recalls.findLast((recall) => recall !== null) ?? USUAL_RECALL;

/** One review for each date, oldest first. @param studied entries in the order in which they were logged; their dates may come in any order */
export function reviewsOf(studied: readonly Studied[]): { on: Temporal.PlainDate; recall: Recall }[] {
  const dates = new Map<LocalDate, (Recall | null)[]>();
  for (const { date, recall } of studied) dates.set(date, [...(dates.get(date) ?? []), recall]);
  return [...dates].sort(([one], [other]) => (one < other ? -1 : 1)).map(([date, recalls]) => ({ on: plainDate(date), recall: recallOfDate(recalls) }));
}

/** The date from which entries must be read to bring a memory up to date; null: from the first, for what changed is not later than all it knows. */
export function readFrom({ memory, staleFrom }: KnownMemory): LocalDate | null {
  if (memory === null || staleFrom === null) return null;
  return staleFrom > memory.lastOn.toString() ? staleFrom : null;
}

/**
 * The memory that knows all. A log on a later date is one step; one that is late, a correction or a deletion replays the skill.
 * @param studied entries of the skill from `readFrom` on, as for `reviewsOf`
 */
export function upToDate(known: KnownMemory, studied: readonly Studied[]): SkillMemory | null {
  if (known.staleFrom === null) return known.memory;
  const start = readFrom(known) === null ? null : known.memory;
  return reviewsOf(studied).reduce<SkillMemory | null>((memory, { on, recall }) => remember(memory, on, recall), start);
}
