import type { MainReason } from './readiness.contract.js';
import type { LevelShape, ScoreBasis } from './score/basis.js';
import { finished, standingOn, withSkill } from './score/changed-basis.js';
import { exactAt, type ReadinessResult } from './score/readiness-model.js';
import { ITEM_MINUTES, UNTESTED } from './score/skill-score.js';

/** Losses under so many points are nothing to speak of. */
const LEAST_POINTS = 1;
/** What is held back of a skill that is covered, until it is tested: a share. */
const UNTESTED_LOSS = 1 - UNTESTED;

/**
 * The one thing that holds the score back most, in points of the level: a heavy skill left behind, what was forgotten, what was not covered,
 * practice that went badly, or that nothing was tested (some of what is covered is held back until it is). Null where nothing does. What
 * is not covered is worth what the score would gain if it were, by the model itself.
 *
 * @param level basis and day, of which the result is
 */
export function mainReason({ score, skills }: Pick<ReadinessResult, 'score' | 'skills'>, level: LevelShape, basis: ScoreBasis, day: number): MainReason | null {
  if (score === null || skills.length === 0) return null;
  const now = standingOn(basis, day);
  const before = exactAt(level, now, day).score;
  const gainOf = (after: ScoreBasis) => tenth(exactAt(level, after, day).score - before);
  const losses = skills.flatMap((skill, i): { loss: number; reason: MainReason }[] => {
    const { skillId, title, weightPercent, parts, isNeglected } = skill;
    return [
      { loss: -parts.memory, reason: { kind: 'forgotten', skillId, title, points: -parts.memory } },
      { loss: -parts.practice, reason: { kind: 'practice', skillId, title, points: -parts.practice } },
      isNeglected
        ? { loss: gainOf(covered(level, now, i)), reason: { kind: 'neglected', skillId, title, weightPercent, score: skill.score } }
        : uncovered(level, now, i, gainOf),
    ];
  });
  const untested = skills
    .filter(({ itemsAnswered }) => itemsAnswered === 0)
    .reduce((sum, { parts }) => sum + ((parts.coverage + parts.projects) / (1 - UNTESTED_LOSS)) * UNTESTED_LOSS, 0);
  const all = [...losses, { loss: untested, reason: { kind: 'untested' as const, points: tenth(untested) } }];
  const worst = all.reduce((most, each) => (each.loss > most.loss ? each : most));
  return worst.loss >= LEAST_POINTS ? worst.reason : null;
}

function uncovered(level: LevelShape, now: ScoreBasis, at: number, gainOf: (after: ScoreBasis) => number): { loss: number; reason: MainReason } {
  const { id: skillId, title } = level.skills[at]!;
  const projectAt = missingProject(level, now, at);
  const points = gainOf(projectAt === null ? covered(level, now, at) : finished(level, now, projectAt));
  const reason = projectAt === null ? { kind: 'not-covered' as const } : { kind: 'project-open' as const, ...named(level.projects[projectAt]!) };
  return { loss: points, reason: { ...reason, skillId, title, points } };
}

const named = ({ id, title }: LevelShape['projects'][number]) => ({ projectId: id, project: title });

/** As if all the effort that is expected of a skill had gone into it, but for what waits for a mentor. */
function covered({ skills, projects }: LevelShape, basis: ScoreBasis, at: number): ScoreBasis {
  const { studyMinutes, projectMinutes, itemsAnswered } = basis.skills[at]!;
  const { id, effortMinutes } = skills[at]!;
  const waiting = projects.reduce(
    (sum, project, i) => sum + (project.skillIds.includes(id) && basis.projects[i]!.isWaiting ? leftOf(project, basis, i) : 0),
    0,
  );
  const missing = Math.max(0, effortMinutes - waiting - studyMinutes - projectMinutes - itemsAnswered * ITEM_MINUTES);
  return withSkill(basis, at, () => ({ studyMinutes: studyMinutes + missing }));
}

/** Where the project of a skill stands that lacks most of its effort, if projects lack more of what is expected of the skill than study does; else null. */
function missingProject({ skills, projects }: LevelShape, basis: ScoreBasis, at: number): number | null {
  const [{ id, effortMinutes }, { studyMinutes }] = [skills[at]!, basis.skills[at]!];
  let [ofProjects, missing, most]: [number, number, number] = [0, 0, 0];
  let first: number | null = null;
  projects.forEach((project, i) => {
    if (!project.skillIds.includes(id)) return;
    const left = basis.projects[i]!.isWaiting ? 0 : leftOf(project, basis, i);
    ofProjects += project.effortMinutes / project.skillIds.length;
    missing += left;
    if (left > most) [most, first] = [left, i];
  });
  return missing > Math.max(0, effortMinutes - ofProjects - studyMinutes) ? first : null;
}

/** Of each skill that an open project shows, what is still to be done for it. */
function leftOf({ effortMinutes, skillIds }: LevelShape['projects'][number], { projects }: ScoreBasis, at: number): number {
  const { minutes, state } = projects[at]!;
  return state === 'open' ? Math.max(0, effortMinutes - minutes) / skillIds.length : 0;
}

const tenth = (points: number) => Math.round(points * 10) / 10;
