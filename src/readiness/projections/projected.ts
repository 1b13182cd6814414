import { Temporal } from 'temporal-polyfill';
import type { PlannedStudy } from '../../plans/remade-plan.js';
import type { LearnerHistory, ProjectHistory, SkillHistory } from '../readiness-model.js';

/**
 * The history as it will be on a date when everything planned until then is done: minutes are added to what they are for, and a project
 * whose effort is then done is finished. Practice exams and what is planned for later count for nothing.
 */
export function projectedHistory(history: LearnerHistory, planned: readonly PlannedStudy[], on: Temporal.PlainDate): LearnerHistory {
  const until = on.toString();
  const study = planned.filter(({ date }) => date <= until);
  const sums = new Map<string, { minutes: number; lastOn: string }>();
  for (const { skillId, projectId, minutes, date } of study) {
    const id = projectId ?? skillId;
    if (id === null) continue;
    const sum = sums.get(id);
    sums.set(id, { minutes: (sum?.minutes ?? 0) + minutes, lastOn: sum && sum.lastOn > date ? sum.lastOn : date });
  }
  return {
    skills: history.skills.map((skill) => studied(skill, sums.get(skill.id))),
    projects: history.projects.map((project) => finished(studied(project, sums.get(project.id)))),
    studyDays: history.studyDays + new Set(study.map(({ date }) => date)).size,
  };
}

function studied<Part extends SkillHistory | ProjectHistory>(part: Part, more: { minutes: number; lastOn: string } | undefined): Part {
  if (!more) return part;
  const lastOn = Temporal.PlainDate.from(more.lastOn);
  const isLater = part.lastStudiedOn === null || Temporal.PlainDate.compare(lastOn, part.lastStudiedOn) > 0;
  return { ...part, minutes: part.minutes + more.minutes, lastStudiedOn: isLater ? lastOn : part.lastStudiedOn };
}

const finished = (project: ProjectHistory): ProjectHistory =>
  project.finishedOn === null && project.lastStudiedOn !== null && project.minutes >= project.effortMinutes
    ? { ...project, finishedOn: project.lastStudiedOn }
    : project;
