import type { MainReason } from './readiness.contract.js';
import type { LevelShape, ScoreBasis } from './score/basis.js';
import type { ReadinessResult, SkillResult } from './score/readiness-model.js';
import { UNTESTED } from './score/skill-score.js';

/** Losses under so many points are nothing to speak of. */
const LEAST_POINTS = 1;
/** What is held back of a skill that is covered, until it is tested: a share. */
const UNTESTED_LOSS = 1 - UNTESTED;

/**
 * The one thing that holds the score back most, in points of the level: a heavy skill left behind, what was forgotten, what was not covered,
 * practice that went badly, or that nothing was tested (some of what is covered is held back until it is). Null where nothing does.
 *
 * @param level and basis, of which the skills come
 */
export function mainReason({ score, skills }: Pick<ReadinessResult, 'score' | 'skills'>, level: LevelShape, basis: ScoreBasis): MainReason | null {
  if (score === null || skills.length === 0) return null;
  const covered = (skill: SkillResult) => skill.parts.coverage + skill.parts.projects;
  const losses = skills.flatMap((skill, i): { loss: number; reason: MainReason }[] => {
    const { skillId, title, weightPercent, parts } = skill;
    // Where other evidence speaks for it already, no more is to be had than it lacks.
    const lacking = weightPercent - (skill.points - parts.memory);
    const uncovered = Math.max(0, Math.min(lacking, weightPercent * (1 - UNTESTED_LOSS) - covered(skill)));
    return [
      { loss: -parts.memory, reason: { kind: 'forgotten', skillId, title, points: -parts.memory } },
      { loss: -parts.practice, reason: { kind: 'practice', skillId, title, points: -parts.practice } },
      skill.isNeglected
        ? { loss: uncovered * 2, reason: { kind: 'neglected', skillId, title, weightPercent, score: skill.score } }
        : { loss: uncovered, reason: uncoveredBy(skillId, title, tenth(uncovered), missingProject(level, basis, i)) },
    ];
  });
  const untested = skills
    .filter(({ itemsAnswered }) => itemsAnswered === 0)
    .reduce((sum, skill) => sum + (covered(skill) / (1 - UNTESTED_LOSS)) * UNTESTED_LOSS, 0);
  const all = [...losses, { loss: untested, reason: { kind: 'untested' as const, points: tenth(untested) } }];
  const worst = all.reduce((most, each) => (each.loss > most.loss ? each : most));
  return worst.loss >= LEAST_POINTS ? worst.reason : null;
}

const uncoveredBy = (skillId: string, title: string, points: number, project: LevelShape['projects'][number] | null): MainReason =>
  project ? { kind: 'project-open', skillId, title, projectId: project.id, project: project.title, points } : { kind: 'not-covered', skillId, title, points };

/** The project of a skill that lacks most of its effort, where projects lack more of what is expected of the skill than study does; else null. */
function missingProject({ skills, projects }: LevelShape, basis: ScoreBasis, at: number): LevelShape['projects'][number] | null {
  const [{ id, effortMinutes }, { studyMinutes }] = [skills[at]!, basis.skills[at]!];
  let [ofProjects, missing, most]: [number, number, number] = [0, 0, 0];
  let first: LevelShape['projects'][number] | null = null;
  projects.forEach((project, i) => {
    if (!project.skillIds.includes(id)) return;
    const { minutes, state, isWaiting } = basis.projects[i]!;
    const left = state !== 'open' || isWaiting ? 0 : Math.max(0, project.effortMinutes - minutes) / project.skillIds.length;
    ofProjects += project.effortMinutes / project.skillIds.length;
    missing += left;
    if (left > most) [most, first] = [left, project];
  });
  return missing > Math.max(0, effortMinutes - ofProjects - studyMinutes) ? first : null;
}

const tenth = (points: number) => Math.round(points * 10) / 10;
