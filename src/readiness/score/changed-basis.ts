/** A basis as it would be after one thing more was done on its day: for weighing what that is worth. Nothing that is given is changed. */
import { rememberAfter } from '../../progress/skill-memory.js';
import type { LevelShape, ProjectShape, ScoreBasis, SkillBasis } from './basis.js';
import { faded, plus, worth, WORTH } from './evidence.js';

/** The same basis with its evidence as it stands on a later day, so that new evidence can be added to it. */
export function standingOn(basis: ScoreBasis, day: number): ScoreBasis {
  const days = day - basis.day;
  const skills = basis.skills.map((skill) => ({
    ...skill,
    projects: faded(skill.projects, days),
    practice: faded(skill.practice, days),
    ratings: faded(skill.ratings, days),
    signOffs: faded(skill.signOffs, days),
  }));
  return { ...basis, day, skills };
}

export const withSkill = (basis: ScoreBasis, at: number, change: (skill: SkillBasis) => Partial<SkillBasis>): ScoreBasis => ({
  ...basis,
  skills: basis.skills.map((skill, i) => (i === at ? { ...skill, ...change(skill) } : skill)),
});

export const studied = (basis: ScoreBasis, at: number, minutes: number): ScoreBasis =>
  withSkill(basis, at, (skill) => ({ studyMinutes: skill.studyMinutes + minutes, ...remembered(skill, basis.day) }));

export function remembered({ stabilityDays, difficulty, lastDay }: SkillBasis, day: number): Pick<SkillBasis, 'stabilityDays' | 'difficulty' | 'lastDay'> {
  const known = stabilityDays > 0 ? { stability: stabilityDays, difficulty } : null;
  const days = known ? Math.max(0, day - lastDay) : 0;
  const memory = rememberAfter(known, days);
  return { stabilityDays: memory.stability, difficulty: memory.difficulty, lastDay: known && days === 0 ? lastDay : day };
}

/** A project that is open, with the rest of its effort, by the learner's own word. */
export function finished(level: LevelShape, basis: ScoreBasis, at: number): ScoreBasis {
  const project = level.projects[at]!;
  const left = Math.max(0, project.effortMinutes - basis.projects[at]!.minutes);
  return withShown(level, basis, project, (skill) => ({
    projectMinutes: skill.projectMinutes + left / project.skillIds.length,
    projects: plus(skill.projects, worth(WORTH.finishedProject)),
    ...remembered(skill, basis.day),
  }));
}

export function withShown(level: LevelShape, basis: ScoreBasis, { skillIds }: ProjectShape, change: (skill: SkillBasis) => Partial<SkillBasis>): ScoreBasis {
  const skills = basis.skills.map((skill, i) => (skillIds.includes(level.skills[i]!.id) ? { ...skill, ...change(skill) } : skill));
  return { ...basis, skills };
}
