import type { FocusSkill } from '../plans/retake/retake-focus.service.js';
import { READY_FROM } from './readiness.contract.js';
import type { ReadinessResult } from './score/readiness-model.js';

/** Of the effort of a skill that holds nothing, so much is studied again; of one that is ready nothing. */
const AGAIN_SHARE = 0.6;
const STEP_MINUTES = 10;
const LEAST_MINUTES = 20;

/** What to study again for a retake: skills that are not ready, for as long as they are short of it, with the points of the level they are short of. */
export function retakeSkills({ skills }: Pick<ReadinessResult, 'skills'>): FocusSkill[] {
  return skills.flatMap(({ skillId, score, weightPercent, effortMinutes }) => {
    const short = Math.max(0, READY_FROM - score) / READY_FROM;
    const minutes = Math.round((effortMinutes * AGAIN_SHARE * short) / STEP_MINUTES) * STEP_MINUTES;
    return minutes >= LEAST_MINUTES ? [{ skillId, minutes, points: (short * READY_FROM * weightPercent) / 100 }] : [];
  });
}
