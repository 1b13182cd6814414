import type { MainReason } from './readiness.contract.js';
import type { ReadinessResult, SkillResult } from './score/readiness-model.js';
import { UNTESTED } from './score/skill-score.js';

/** Losses under so many points are nothing to speak of. */
const LEAST_POINTS = 1;
/** What is held back of a skill that is covered, until it is tested: a share. */
const UNTESTED_LOSS = 1 - UNTESTED;

/**
 * The one thing that holds the score back most, in points of the level: a heavy skill left behind, what was forgotten, what was not covered,
 * practice that went badly, or that nothing was tested (some of what is covered is held back until it is). Null where nothing does.
 */
export function mainReason({ score, skills }: Pick<ReadinessResult, 'score' | 'skills'>): MainReason | null {
  if (score === null || skills.length === 0) return null;
  const covered = (skill: SkillResult) => skill.parts.coverage + skill.parts.projects;
  const losses = skills.flatMap((skill): { loss: number; reason: MainReason }[] => {
    const { skillId, title, weightPercent, parts } = skill;
    // Where other evidence speaks for it already, no more is to be had than it lacks.
    const lacking = weightPercent - (skill.points - parts.memory);
    const uncovered = Math.max(0, Math.min(lacking, weightPercent * (1 - UNTESTED_LOSS) - covered(skill)));
    return [
      { loss: -parts.memory, reason: { kind: 'forgotten', skillId, title, points: -parts.memory } },
      { loss: -parts.practice, reason: { kind: 'practice', skillId, title, points: -parts.practice } },
      skill.isNeglected
        ? { loss: uncovered * 2, reason: { kind: 'neglected', skillId, title, weightPercent, score: skill.score } }
        : { loss: uncovered, reason: { kind: 'not-covered', skillId, title, points: tenth(uncovered) } },
    ];
  });
  const untested = skills
    .filter(({ itemsAnswered }) => itemsAnswered === 0)
    .reduce((sum, skill) => sum + (covered(skill) / (1 - UNTESTED_LOSS)) * UNTESTED_LOSS, 0);
  const all = [...losses, { loss: untested, reason: { kind: 'untested' as const, points: tenth(untested) } }];
  const worst = all.reduce((most, each) => (each.loss > most.loss ? each : most));
  return worst.loss >= LEAST_POINTS ? worst.reason : null;
}

const tenth = (points: number) => Math.round(points * 10) / 10;
