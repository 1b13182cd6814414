import { plainDate } from '../platform/time/local-date.js';
import type { LocalDate } from '../platform/time/time.contract.js';

export interface AskedSpan {
  from?: string | undefined;
  to?: string | undefined;
}

/** The dates that a chart of study shows, both included: a year up to today, unless said. */
export function studySpan({ from, to }: AskedSpan, today: LocalDate): { from: LocalDate; to: LocalDate } {
  return { from: from ?? plainDate(today).subtract({ years: 1 }).toString(), to: to ?? today };
}
