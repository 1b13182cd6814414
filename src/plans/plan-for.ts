import { Temporal } from 'temporal-polyfill';
import type { LevelContent } from '../curriculum/level-content.js';
import type { OwnEnrollment } from '../enrollments/enrollments.service.js';
import { OPEN_END } from '../enrollments/study-time.js';
import { chooseTemplate } from './choose-template.js';
import type { LoggedMinutes } from './item-state.js';
import type { PlanFacts, StoredPlan } from './plan-facts.statement.js';
import type { NewItem } from './remake-items.js';
import { schedulePlan } from './schedule-plan.js';

/** A plan as it was scheduled, not stored yet. */
export type NewPlan = Pick<StoredPlan, 'template' | 'basis' | 'neededMinutes' | 'availableMinutes' | 'missingMinutes' | 'feasible' | 'waysOut' | 'phases'> & {
  items: NewItem[];
};

/** Minutes logged so far, by id of the skill or project. */
export function doneMinutes(logged: readonly LoggedMinutes[]): Record<string, number> {
  const done: Record<string, number> = {};
  for (const { skillId, projectId, minutes } of logged) {
    const id = skillId ?? projectId;
    if (id !== null) done[id] = (done[id] ?? 0) + minutes;
  }
  return done;
}

/** The latest date on which each skill was logged, by its id. */
function lastStudiedOn(logged: readonly LoggedMinutes[]): Record<string, Temporal.PlainDate> {
  const last: Record<string, string> = {};
  for (const { skillId, date } of logged) if (skillId !== null && date > (last[skillId] ?? '')) last[skillId] = date;
  return Object.fromEntries(Object.entries(last).map(([id, date]) => [id, Temporal.PlainDate.from(date)]));
}

/** A pause that nobody knows the end of is planned as if it ended today: the plan is made again when it does. */
const untilToday = (breaks: OwnEnrollment['breaks'], today: string) => breaks.map((each) => (each.toOn === OPEN_END ? { ...each, toOn: today } : each));

/**
 * Schedules what is left to do of a level. Guidance is chosen by the days from the start to the exam, and its phases are counted from
 * the start, so that a plan that is made again halfway goes on in the phase it is in.
 */
export function planFor(enrollment: OwnEnrollment, level: LevelContent, { logged, finishedProjectIds }: PlanFacts, today: Temporal.PlainDate): NewPlan {
  const [startedOn, examOn] = [Temporal.PlainDate.from(enrollment.startedOn), Temporal.PlainDate.from(enrollment.examOn)];
  const template = chooseTemplate(level.templates, startedOn.until(examOn, { largestUnit: 'days' }).days);
  const loggedToday = logged.filter(({ date }) => date === today.toString()).reduce((sum, { minutes }) => sum + minutes, 0);
  const { items, phases, ...sums } = schedulePlan({
    skills: level.skills,
    projects: level.projects,
    phases: template?.phases ?? [],
    doneMinutes: doneMinutes(logged),
    finishedProjectIds,
    lastStudiedOn: lastStudiedOn(logged),
    weeklyMinutes: enrollment.weeklyMinutes,
    exceptions: enrollment.exceptions,
    breaks: untilToday(enrollment.breaks, today.toString()),
    today,
    examOn,
    startedOn,
    loggedTodayMinutes: loggedToday,
  });
  return {
    ...sums,
    template: template?.slug ?? null,
    basis: level.basis,
    phases: phases.map(({ title, summary, from, to }) => ({ title, summary, from: from.toString(), to: to.toString() })),
    items: items.map((item) => ({ ...item, date: item.date.toString() })),
  };
}
