/** The focus timer as a value: what it counts is worked out from instants, so that a reload, or a closed browser, loses nothing. */

/** What the study is for; a plan item where it was started from one. */
export interface TimedStudy {
  enrollmentId: string;
  /** The learner's own date when it was started: a session past midnight belongs to the evening it began. */
  date: string;
  title: string;
  skillId: string | null;
  projectId: string | null;
  planItemId: string | null;
  plannedMinutes: number | null;
}

/** Work and rest in turns, in minutes. */
export interface Rounds {
  work: number;
  rest: number;
}

export interface Timer {
  study: TimedStudy;
  /** When it was started, in milliseconds since 1970. */
  startedAt: number;
  /** Milliseconds that ran before it was last resumed. */
  ranMs: number;
  /** Since when it runs; null while it is paused. */
  resumedAt: number | null;
  /** Null counts without rest. */
  rounds: Rounds | null;
}

export const POMODORO: Rounds = { work: 25, rest: 5 };
/** Nobody studies that long without a pause: past it the person is asked. */
export const LIKELY_LEFT_MINUTES = 180;
const MINUTE_MS = 60_000;

export const started = (study: TimedStudy, now: number, rounds: Rounds | null = null): Timer => ({
  study,
  startedAt: now,
  ranMs: 0,
  resumedAt: now,
  rounds,
});

/** Pausing one that is paused changes nothing. */
export const paused = (timer: Timer, now: number): Timer => ({ ...timer, ranMs: ranMs(timer, now), resumedAt: null });

/** Resuming one that runs changes nothing. */
export const resumed = (timer: Timer, now: number): Timer => (timer.resumedAt === null ? { ...timer, resumedAt: now } : timer);

/** Milliseconds it ran, rests included; a clock that was set back counts as standing still. */
export const ranMs = ({ ranMs, resumedAt }: Timer, now: number): number => ranMs + (resumedAt === null ? 0 : Math.max(0, now - resumedAt));

export interface Turn {
  kind: 'work' | 'rest';
  /** The how manieth round, from 1. */
  round: number;
  leftMs: number;
}

/** Where a timer with rounds stands; null for one without. */
export function turnOf(timer: Timer, now: number): Turn | null {
  if (!timer.rounds) return null;
  const [work, rest] = [timer.rounds.work * MINUTE_MS, timer.rounds.rest * MINUTE_MS];
  const ran = ranMs(timer, now);
  const within = ran % (work + rest);
  const round = Math.floor(ran / (work + rest)) + 1;
  return within < work ? { kind: 'work', round, leftMs: work - within } : { kind: 'rest', round, leftMs: work + rest - within };
}

/** Whole minutes of study, rests left out; at least one once it ran at all. */
export function studiedMinutes(timer: Timer, now: number): number {
  const ran = ranMs(timer, now);
  const studied = timer.rounds ? workOf(ran, timer.rounds) : ran;
  return studied > 0 ? Math.max(1, Math.round(studied / MINUTE_MS)) : 0;
}

function workOf(ran: number, rounds: Rounds): number {
  const [work, rest] = [rounds.work * MINUTE_MS, rounds.rest * MINUTE_MS];
  return Math.floor(ran / (work + rest)) * work + Math.min(work, ran % (work + rest));
}

/** Whether it was likely forgotten: it runs, and has for longer than anybody studies. */
export const wasLikelyLeft = (timer: Timer, now: number): boolean => timer.resumedAt !== null && now - timer.resumedAt > LIKELY_LEFT_MINUTES * MINUTE_MS;

/** What to propose for one that was left running: what was planned, else what ran before it was last resumed, else a usual session. */
export function likelyMinutes(timer: Timer): number {
  if (timer.study.plannedMinutes !== null) return timer.study.plannedMinutes;
  const before = Math.round(timer.ranMs / MINUTE_MS);
  return before > 0 ? before : USUAL_MINUTES;
}

const USUAL_MINUTES = 45;

/** A timer as it was kept as text; null for what is none, of another version or broken. */
export function readTimer(text: string | null): Timer | null {
  try {
    const { study, startedAt, ranMs, resumedAt, rounds } = JSON.parse(text ?? 'null') as Timer;
    const isWhole = typeof study.enrollmentId === 'string' && Number.isFinite(startedAt) && Number.isFinite(ranMs);
    return isWhole && (resumedAt === null || Number.isFinite(resumedAt)) ? { study, startedAt, ranMs, resumedAt, rounds: rounds ?? null } : null;
  } catch {
    return null;
  }
}
