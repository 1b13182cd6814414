import type { Temporal } from 'temporal-polyfill';
import { daysApart } from '../../platform/time/local-date.js';
import type { PlanItemKind, WayOut } from '../plans.contract.js';
import { effectOf } from './effect.js';
import { earliestComfortableExam } from './exam-proposal.js';
import { FreeMinutes, type Extra } from './free-minutes.js';
import { placeWork, type Session } from './place-work.js';
import { openDays, studyDays, sumMinutes } from './plan-days.js';
import { USUAL_PACE, USUAL_SPACING, type OpenDay, type PinnedItem, type PlanInput, type WholeInput } from './plan-input.js';
import { before, bufferThatFits, phaseSpans, targets, type PhaseSpan } from './plan-pace.js';
import { openWork, squeeze, type Work } from './plan-work.js';
import { placePracticeExams } from './practice-exams.js';
import { placeReviews } from './spaced-reviews.js';
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
  /** Of an item that was pinned before; it is passed on as it came. */
  pinnedId: string | null;
}

export interface ScheduledPlan {
  /** As it was said, or the earliest comfortable one. */
  examOn: Temporal.PlainDate;
  isExamProposed: boolean;
  items: ScheduledItem[];
  phases: PhaseSpan[];
  /** Still to be done: effort of all skills and unfinished projects less what was logged for them. */
  neededMinutes: number;
  /** From today to the day before the exam. */
  availableMinutes: number;
  /** Needed but not available; 0 where it fits. */
  missingMinutes: number;
  /** Available but not needed: what may still go wrong. */
  spareMinutes: number;
  feasible: boolean;
  /** The day on which all new work is done if every day is used to the full; null where it never is. The plan goes slower where it can. */
  earliestFinishOn: Temporal.PlainDate | null;
  /** Days before the exam without new work. */
  bufferDays: number;
  /** Skills whose review finds no day. */
  reviewsLeftOut: number;
  waysOut: WayOut[];
}

/**
 * Makes a preparation plan, backward from the exam: a buffer before it, practice exams, every skill and project before the buffer in the
 * phases of the level's guidance, at a pace that is as even as those allow, and reviews when memory asks for them. Without an exam date
 * it proposes the earliest comfortable one and plans to it. Where time is short each part gets its share, the missing minutes are said,
 * and what would fix it.
 *
 * Pure and deterministic. Days hold at most their minutes; nothing is placed before today, on the exam day, on a rest day or in a break;
 * the needed minutes that are placed, those that pinned items do and those that are missing sum to all that is needed. Pinned items come
 * out as they went in.
 */
export function schedulePlan(asked: PlanInput): ScheduledPlan {
  const input = whole(asked);
  const withTime = studyDays(input);
  const days = openDays(withTime, input.pace.mostMinutesADay);
  const { work: all, pinnedMinutes } = openWork(input);
  const [left, free] = [sumMinutes(all), sumMinutes(days)];
  const missing = Math.max(0, left - free);
  const daysToExam = daysApart(input.today, input.examOn);
  const buffer = bufferThatFits(days, left, daysToExam);
  const phases = phaseSpans(input, buffer);
  const sessions = placeNewWork(before(days, daysToExam - buffer), squeeze(all, free, input.pace.shortestSession), phases, input);
  const { extras, leftOut } = placeExtras(days, sessions, input);
  return {
    examOn: input.examOn,
    isExamProposed: asked.examOn === null,
    items: inOrder(sessions, extras, input),
    phases,
    neededMinutes: left + pinnedMinutes,
    availableMinutes: free + pinnedMinutes,
    missingMinutes: missing,
    spareMinutes: Math.max(0, free - left),
    feasible: missing === 0,
    earliestFinishOn: earliestFinish(days, left),
    bufferDays: buffer,
    reviewsLeftOut: leftOut,
    waysOut: missing > 0 ? waysOut({ input, studyDays: withTime, days, work: all, missing }) : [],
  };
}

function whole({ pace, spacing, phases, ...asked }: PlanInput): WholeInput {
  // What gains most has an order of its own: the guidance's phases step back.
  const rest = { ...asked, phases: asked.gains ? [] : phases, pace: { ...USUAL_PACE, ...pace }, spacing: { ...USUAL_SPACING, ...spacing } };
  return { ...rest, examOn: asked.examOn ?? earliestComfortableExam(rest) };
}

const placeNewWork = (days: readonly OpenDay[], work: readonly Work[], phases: readonly PhaseSpan[], { doneMinutes, pace, spacing }: WholeInput): Session[] =>
  placeWork(days, work, targets(days, work, phases), doneMinutes, pace, spacing.reviewMinutes);

/** In what new work leaves free: practice exams, which are few, then reviews. */
function placeExtras(days: readonly OpenDay[], sessions: readonly Session[], input: WholeInput): { extras: Extra[]; leftOut: number } {
  const free = new FreeMinutes(days, sessions);
  const practice = placePracticeExams(days, sessions, input, free);
  const { extras, leftOut } = placeReviews(days, sessions, input, free);
  return { extras: [...practice, ...extras], leftOut };
}

function earliestFinish(days: readonly OpenDay[], needed: number): Temporal.PlainDate | null {
  const finishOn = effectOf(days, needed).finishOn;
  return days.find(({ date }) => date.toString() === finishOn)?.date ?? null;
}

/** Sessions, extras and pinned items: by date, pinned ones first and new work before reviews, each with its place in the day. */
function inOrder(sessions: readonly Session[], extras: readonly Extra[], { pinned = [], today }: WholeInput): ScheduledItem[] {
  const items = [
    ...pinned.map((item) => ({ index: daysApart(today, item.date), item: asPinned(item) })),
    ...sessions.map(asItem),
    ...extras.map(({ day, ...extra }) => ({ index: day.index, item: { ...extra, date: day.date, projectId: null, pinnedId: null } })),
  ].sort((a, b) => a.index - b.index);
  let [day, position] = [NaN, 0];
  return items.map(({ index, item }) => {
    position = index === day ? position + 1 : 0;
    day = index;
    return { ...item, position };
  });
}

type Unplaced = { index: number; item: Omit<ScheduledItem, 'position'> };

const asPinned = ({ id, ...item }: PinnedItem): Unplaced['item'] => ({ ...item, pinnedId: id });

function asItem({ day, work, minutes }: Session): Unplaced {
  const { id, kind, title } = work;
  const subject = { skillId: kind === 'study' ? id : null, projectId: kind === 'study' ? null : id };
  return { index: day.index, item: { date: day.date, kind, title, ...subject, minutes, pinnedId: null } };
}
