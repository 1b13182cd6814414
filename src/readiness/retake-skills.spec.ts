import { retakeSkills } from './retake-skills.js';
import type { SkillResult } from './score/readiness-model.js';

const skill = (skillId: string, score: number, effortMinutes = 300): SkillResult => ({
  ...{ skillId, title: skillId, weightPercent: 40, score, low: score, high: score, points: 0, isNeglected: false },
  ...{ minutes: 0, effortMinutes, itemsAnswered: 0, recallPercent: null },
  parts: { coverage: 0, projects: 0, practice: 0, ratings: 0, signOffs: 0, memory: 0 },
});

describe('what to study again for a retake', () => {
  it('is what is not ready, the longer the more it is short of it', () => {
    expect(retakeSkills({ skills: [skill('weak', 15), skill('near', 60), skill('ready', 80), skill('nearly', 74)] })).toEqual([
      { skillId: 'weak', minutes: 140, points: 24 },
      { skillId: 'near', minutes: 40, points: 6 },
    ]);
  });
});
