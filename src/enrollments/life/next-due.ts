import { Temporal } from 'temporal-polyfill';
import { dayStart, type DayZone } from '../../platform/time/day-zone.js';
import type { LocalDate } from '../../platform/time/time.contract.js';
import type { EnrollmentState } from '../enrollment-life.js';

/** What an enrollment may turn over from by itself. */
export interface Turning extends DayZone {
  state: EnrollmentState;
  /** The day on which a pause that is open ends. */
  untilOn: LocalDate | null;
  /** The last day of the certificate of an exam that was passed. */
  certificateUntil: LocalDate | null;
}

/** What it turns into when its time comes, and the day on which that is; null for one that stays until somebody changes it. */
export function nextTurn({ state, untilOn, certificateUntil }: Turning): { to: EnrollmentState; on: LocalDate } | null {
  if (state === 'paused' && untilOn !== null) return { to: 'active', on: untilOn };
  if (state === 'passed' && certificateUntil !== null) return { to: 'expired', on: Temporal.PlainDate.from(certificateUntil).add({ days: 1 }).toString() };
  return null;
}

/** When the worker turns it over: as that day begins for the learner. */
export function nextDueAt(turning: Turning): Temporal.Instant | null {
  const turn = nextTurn(turning);
  return turn && dayStart(Temporal.PlainDate.from(turn.on), turning);
}
