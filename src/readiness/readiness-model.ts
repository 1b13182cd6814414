import type { Temporal } from 'temporal-polyfill';
import { NEAR_FROM, READY_FROM, type Band } from './readiness.contract.js';
import { sharedOut } from './shared-out.js';

/** The name under which results of this model are stored. */
export const MODEL = 'coverage-1';

/** Days after which half of something barely begun has faded, and how many more it takes when it was studied in full. */
const HALF_LIFE_DAYS = { barely: 14, more: 46 };
/** Our effort estimates may be off by a third, either way. */
const EFFORT_OFF = 1 / 3;
/** What a range is wider by, in points, after a single study day; it shrinks with the square root of their number. */
const THIN_EVIDENCE_POINTS = 20;
/** Under this much evidence there is no number. */
export const ENOUGH = { studyDays: 2, shareOfEffort: 0.05, minutesADay: 45 };

export interface SkillHistory {
  id: string;
  title: string;
  /** Share in the level; those of a level sum to 100. */
  weightPercent: number;
  effortMinutes: number;
  /** Logged for it, projects not counted. */
  minutes: number;
  lastStudiedOn: Temporal.PlainDate | null;
}

export interface ProjectHistory {
  id: string;
  title: string;
  skillIds: readonly string[];
  effortMinutes: number;
  minutes: number;
  lastStudiedOn: Temporal.PlainDate | null;
  finishedOn: Temporal.PlainDate | null;
}

/** All that is known of a learner in a level; neutral of where it comes from. */
export interface LearnerHistory {
  skills: readonly SkillHistory[];
  projects: readonly ProjectHistory[];
  /** Dates with study, those without a skill included. */
  studyDays: number;
}

export interface SkillResult {
  skillId: string;
  title: string;
  weightPercent: number;
  /** 0 to 100, whole. */
  score: number;
  low: number;
  high: number;
  /** What it gives to the level's score, to a tenth; those of all skills sum to it exactly. */
  points: number;
  minutes: number;
  effortMinutes: number;
  lastStudiedOn: Temporal.PlainDate | null;
}

export interface ReadinessResult {
  state: 'too-early' | 'computed';
  /** 0 to 100, whole; null while too early to say. */
  score: number | null;
  low: number | null;
  high: number | null;
  band: Band;
  /** What would be enough to say something; null once there is. */
  wanting: { studyDays: number } | null;
  skills: SkillResult[];
}

/** A skill with what its projects add: effort expected and done, and when it was last touched. */
export interface Held {
  skill: SkillHistory;
  effort: number;
  minutes: number;
  lastOn: Temporal.PlainDate | null;
}

/**
 * How ready the learner is on a date: what is learnt and still held.
 *
 * Coverage of a skill is its share of the expected effort, at most 1: `c = min(1, minutes / effort)`. A project counts for the skills
 * it shows, in equal parts: its effort is expected of them, its minutes are done for them, and once finished its whole effort is.
 * Memory halves after `14 + 46 c` days without study, so a skill studied in full keeps 71% over a month; the curve's shape is the usual
 * exponential, the half-lives are our own estimate. Score of a skill: `100 c 0.5^(days / half-life)`; of the level: the mean by weight.
 *
 * The range is the score if efforts were a third larger or smaller, and wider by `20 / sqrt(study days)` points.
 *
 * Edge cases: nothing logged, fewer than 2 study days or under 5% of all effort is 'too-early', and says how many days more would do;
 * study dated after `on` counts as studied on it; a level without weighted skills is 'too-early' for ever; exam, pauses and outcomes
 * are not this function's business. A later model replaces this file: the signature is the wall.
 */
export function readinessOf(history: LearnerHistory, on: Temporal.PlainDate): ReadinessResult {
  const held = heldSkills(history);
  const wanting = wantingDays(history, held);
  const spread = THIN_EVIDENCE_POINTS / Math.sqrt(Math.max(1, history.studyDays));
  const exact = held.map((one) => ({ one, score: scoreOf(one, on), low: scoreOf(one, on, 1 + EFFORT_OFF), high: scoreOf(one, on, 1 - EFFORT_OFF) }));
  const total = (key: 'score' | 'low' | 'high') => exact.reduce((sum, each) => sum + (each[key] * each.one.skill.weightPercent) / 100, 0);
  const score = Math.round(total('score'));
  const points = sharedOut(
    score * 10,
    exact.map((each) => each.score * each.one.skill.weightPercent),
  ).map((tenths) => tenths / 10);
  const skills = exact.map(({ one: { skill, effort, minutes, lastOn }, ...result }, i) => ({
    skillId: skill.id,
    title: skill.title,
    weightPercent: skill.weightPercent,
    ...ranged(result, spread),
    points: points[i] ?? 0,
    minutes: Math.round(minutes),
    effortMinutes: Math.round(effort),
    lastStudiedOn: lastOn,
  }));
  if (wanting) return { state: 'too-early', score: null, low: null, high: null, band: 'too-early', wanting, skills };
  const level = ranged({ score: total('score'), low: total('low'), high: total('high') }, spread);
  return { state: 'computed', ...level, band: bandOf(level.score), wanting: null, skills };
}

export const bandOf = (score: number): Band => (score >= READY_FROM ? 'ready' : score >= NEAR_FROM ? 'near' : 'building');

/** The level's score, not rounded, whatever the evidence: for weighing one possible future against another. */
export function exactScore(history: LearnerHistory, on: Temporal.PlainDate): number {
  return heldSkills(history).reduce((sum, one) => sum + (scoreOf(one, on) * one.skill.weightPercent) / 100, 0);
}

export function heldSkills({ skills, projects }: LearnerHistory): Held[] {
  return skills.map((skill) => {
    const shown = projects.filter(({ skillIds }) => skillIds.includes(skill.id));
    const part = (minutes: (project: ProjectHistory) => number) => shown.reduce((sum, project) => sum + minutes(project) / project.skillIds.length, 0);
    const doneFor = ({ minutes, effortMinutes, finishedOn }: ProjectHistory) =>
      finishedOn ? Math.max(minutes, effortMinutes) : Math.min(minutes, effortMinutes);
    const dates = [skill.lastStudiedOn, ...shown.flatMap(({ lastStudiedOn, finishedOn }) => [lastStudiedOn, finishedOn])];
    return { skill, effort: skill.effortMinutes + part(({ effortMinutes }) => effortMinutes), minutes: skill.minutes + part(doneFor), lastOn: latest(dates) };
  });
}

function scoreOf({ effort, minutes, lastOn }: Held, on: Temporal.PlainDate, effortTimes = 1): number {
  if (!lastOn || minutes <= 0) return 0;
  const coverage = Math.min(1, minutes / (effort * effortTimes));
  const days = Math.max(0, lastOn.until(on, { largestUnit: 'days' }).days);
  return 100 * coverage * 0.5 ** (days / (HALF_LIFE_DAYS.barely + HALF_LIFE_DAYS.more * coverage));
}

function wantingDays({ studyDays }: LearnerHistory, held: readonly Held[]): { studyDays: number } | null {
  const [minutes, effort] = [held.reduce((sum, one) => sum + one.minutes, 0), held.reduce((sum, one) => sum + one.effort, 0)];
  const byMinutes = Math.ceil((effort * ENOUGH.shareOfEffort - minutes) / ENOUGH.minutesADay);
  const days = Math.max(ENOUGH.studyDays - studyDays, byMinutes, held.length === 0 ? 1 : 0);
  return days > 0 ? { studyDays: days } : null;
}

/** Whole numbers, the score inside its range, the range inside 0 to 100. */
function ranged({ score, low, high }: { score: number; low: number; high: number }, spread: number) {
  const whole = Math.round(score);
  const clip = (value: number) => Math.round(Math.min(100, Math.max(0, value)));
  return { score: whole, low: Math.min(whole, clip(low - spread)), high: Math.max(whole, clip(high + spread)) };
}

function latest(dates: readonly (Temporal.PlainDate | null)[]): Temporal.PlainDate | null {
  return dates.reduce((last, date) => (date && (!last || last.until(date).sign > 0) ? date : last), null);
}
