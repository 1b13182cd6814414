import { Temporal } from 'temporal-polyfill';
import { plainDate } from '../../platform/time/local-date.js';
import type { PlannedStudy } from '../../plans/remade-plan.js';
import { remember } from '../../progress/skill-memory.js';
import type { LearnerHistory, ProjectHistory, SkillHistory } from '../history.js';

/**
 * The history as it will be on a date when everything planned until then is done: minutes are added to what they are for, each date is a
 * review of its skill, and a project whose effort is then done is finished. Practice exams and what is planned for later count for nothing.
 */
export function projectedHistory(history: LearnerHistory, planned: readonly PlannedStudy[], on: Temporal.PlainDate): LearnerHistory {
  const until = on.toString();
  const study = planned.filter(({ date }) => date <= until).sort((a, b) => (a.date < b.date ? -1 : 1));
  const byPart = new Map<string, PlannedStudy[]>();
  for (const item of study) {
    const id = item.projectId ?? item.skillId;
    if (id !== null) byPart.set(id, [...(byPart.get(id) ?? []), item]);
  }
  return {
    ...history,
    skills: history.skills.map((skill) => studied(skill, byPart.get(skill.id) ?? [])),
    projects: history.projects.map((project) => worked(project, byPart.get(project.id) ?? [])),
    studyDays: history.studyDays + new Set(study.map(({ date }) => date)).size,
  };
}

const sum = (items: readonly PlannedStudy[]) => items.reduce((total, { minutes }) => total + minutes, 0);

function studied(skill: SkillHistory, items: readonly PlannedStudy[]): SkillHistory {
  const dates = [...new Set(items.map(({ date }) => date))];
  return { ...skill, minutes: skill.minutes + sum(items), memory: dates.reduce((memory, date) => remember(memory, plainDate(date)), skill.memory) };
}

function worked(project: ProjectHistory, items: readonly PlannedStudy[]): ProjectHistory {
  const last = items.at(-1);
  if (!last) return project;
  const [minutes, date] = [project.minutes + sum(items), plainDate(last.date)];
  const lastStudiedOn = project.lastStudiedOn === null || Temporal.PlainDate.compare(date, project.lastStudiedOn) > 0 ? date : project.lastStudiedOn;
  return { ...project, minutes, lastStudiedOn, finishedOn: project.finishedOn ?? (minutes >= project.effortMinutes ? lastStudiedOn : null) };
}
