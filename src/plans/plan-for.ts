import { Temporal } from 'temporal-polyfill';
import type { LevelContent } from '../curriculum/level-content.js';
import type { OwnEnrollment } from '../enrollments/enrollments.service.js';
import type { Pace } from '../enrollments/pace.contract.js';
import { daysApart, plainDate } from '../platform/time/local-date.js';
import type { LocalDate } from '../platform/time/time.contract.js';
import { withStates, type LoggedMinutes } from './item-state.js';
import { memoriesOf, practiceResultsOf, studyTimeOf } from './plan-context.js';
import type { PlanFacts, StoredPlan } from './plan-facts.statement.js';
import { isStanding, type NewItem } from './remake-items.js';
import { chooseTemplate } from './scheduling/choose-template.js';
import { earliestComfortableExam } from './scheduling/exam-proposal.js';
import { USUAL_PACE, type PaceLimits, type PinnedItem, type PlanInput } from './scheduling/plan-input.js';
import { schedulePlan } from './scheduling/schedule-plan.js';

/** A plan as it was scheduled, not stored yet. */
export type NewPlan = Pick<
  StoredPlan,
  'template' | 'basis' | 'examOn' | 'neededMinutes' | 'availableMinutes' | 'missingMinutes' | 'feasible' | 'waysOut' | 'phases'
> & {
  isExamProposed: boolean;
  slackMinutes: number;
  earliestFinishOn: LocalDate | null;
  bufferDays: number;
  reviewsLeftOut: number;
  /** Without what is pinned. */
  items: NewItem[];
};

/** What is asked of a plan beside what is stored: all of it may be left out. */
export interface Asked {
  /** Null for the earliest comfortable date. */
  examOn?: LocalDate | null;
  weeklyMinutes?: readonly number[];
  pace?: Pace;
  /** Parts to hold no work for, instead of those that are left out by now. */
  leaveOut?: readonly string[];
  /** Points of readiness that an hour of each skill gains, and that the rest of each part is worth; readiness knows them. */
  gains?: Readonly<Record<string, number>>;
  points?: Readonly<Record<string, number>>;
}

export const leftOutIds = ({ leftOut }: Pick<PlanFacts, 'leftOut'>): string[] => leftOut.map(({ partId }) => partId);

/** Minutes logged so far that are not to be done again, by id of the skill or project. */
export function doneMinutes(logged: readonly LoggedMinutes[], again: PlanFacts['again'] = []): Record<string, number> {
  const done: Record<string, number> = {};
  for (const { skillId, projectId, minutes } of logged) {
    const id = skillId ?? projectId;
    if (id !== null) done[id] = (done[id] ?? 0) + minutes;
  }
  for (const { skillId, minutes } of again) done[skillId] = Math.max(0, (done[skillId] ?? 0) - minutes);
  return done;
}

/** A learner's pace as the planner takes it. */
const limitsOf = ({ mostMinutesADay, shortestSessionMinutes }: Pace): PaceLimits => ({
  ...USUAL_PACE,
  ...(mostMinutesADay !== null && { mostMinutesADay }),
  shortestSession: shortestSessionMinutes,
});

/** Pinned items from today on with the minutes of them that are still to be done. */
function pinnedOf({ items, logged }: PlanFacts, today: LocalDate): PinnedItem[] {
  return withStates(items, logged, today)
    .filter((item) => isStanding(item) && item.date >= today)
    .map(({ id, date, kind, title, skillId, projectId, minutes, loggedMinutes }) => ({
      ...{ id, date: plainDate(date), kind, title, skillId, projectId },
      minutes: minutes - loggedMinutes,
    }));
}

/**
 * Schedules what is left to do of a level. Guidance is chosen by the days from the start to the exam, and its phases are counted from
 * the start, so that a plan that is made again halfway goes on in the phase it is in.
 */
export function planFor(enrollment: OwnEnrollment, level: LevelContent, facts: PlanFacts, today: Temporal.PlainDate, asked: Asked = {}): NewPlan {
  const startedOn = plainDate(enrollment.startedOn);
  const { items, phases, waysOut, ...sums } = schedulePlan(inputOf(enrollment, level, facts, today, asked));
  const template = templateFor(level, startedOn, sums.examOn);
  return {
    ...sums,
    slackMinutes: sums.spareMinutes,
    waysOut,
    examOn: sums.examOn.toString(),
    earliestFinishOn: sums.earliestFinishOn?.toString() ?? null,
    template: template?.slug ?? null,
    basis: level.basis,
    phases: phases.map(({ title, summary, from, to }) => ({ title, summary, from: from.toString(), to: to.toString() })),
    items: items.filter(({ pinnedId }) => pinnedId === null).map(({ pinnedId: _, ...item }) => ({ ...item, date: item.date.toString() })),
  };
}

const templateFor = (level: LevelContent, startedOn: Temporal.PlainDate, examOn: Temporal.PlainDate) =>
  chooseTemplate(level.templates, daysApart(startedOn, examOn));

/** What is asked for; else, on the way to a retake, the skills that are short of most come first. */
function gainsOf({ gains }: Asked, { again }: PlanFacts): Pick<PlanInput, 'gains'> {
  if (gains) return { gains };
  return again.length > 0 ? { gains: Object.fromEntries(again.map(({ skillId, points, minutes }) => [skillId, (points * 60) / minutes])) } : {};
}

function inputOf(enrollment: OwnEnrollment, level: LevelContent, facts: PlanFacts, today: Temporal.PlainDate, asked: Asked): PlanInput {
  const { logged, finishedProjectIds, fixedDates } = facts;
  const startedOn = plainDate(enrollment.startedOn);
  const said = asked.examOn === undefined ? enrollment.examOn : asked.examOn;
  const pace = limitsOf(asked.pace ?? enrollment.pace);
  const input: PlanInput = {
    skills: level.skills,
    projects: level.projects,
    phases: [],
    doneMinutes: doneMinutes(logged, facts.again),
    finishedProjectIds,
    leftOutIds: asked.leaveOut ?? leftOutIds(facts),
    memories: memoriesOf(logged, facts.memories),
    practiceResults: practiceResultsOf(facts.practiceResults),
    pace,
    studyTime: studyTimeOf(asked.weeklyMinutes ? { ...enrollment, weeklyMinutes: [...asked.weeklyMinutes] } : enrollment, today.toString()),
    today,
    examOn: said === null ? null : plainDate(said),
    startedOn,
    loggedTodayMinutes: logged.filter(({ date }) => date === today.toString()).reduce((sum, { minutes }) => sum + minutes, 0),
    pinned: pinnedOf(facts, today.toString()),
    hardDates: fixedDates.filter(({ date }) => date >= today.toString()).map(({ date, minutes }) => ({ date: plainDate(date), minutes })),
    ...gainsOf(asked, facts),
    ...(asked.points && { points: asked.points }),
  };
  // The guidance depends on the date, so a date that is to be proposed is worked out first.
  const examOn = input.examOn ?? earliestComfortableExam({ ...input, pace });
  return { ...input, phases: templateFor(level, startedOn, examOn)?.phases ?? [] };
}
