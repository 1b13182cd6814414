import fc from 'fast-check';
import { histories, ON, twoSkills } from '../../test/support/histories.js';
import { mainReason } from './main-reason.js';
import { readinessOf } from './score/readiness-model.js';

describe('what holds a score back most', () => {
  it('is the skill that was never begun, by its weight', () => {
    const [first, second] = twoSkills.skills;
    const result = readinessOf({ ...twoSkills, skills: [first!, { ...second!, minutes: 0, memory: null }] }, ON);
    expect(mainReason(result)).toMatchObject({ kind: 'neglected', skillId: second!.id });
  });

  it('never promises more points of a skill than it lacks', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { score, skills } = readinessOf(history, ON);
        const reason = mainReason({ score, skills });
        if (reason?.kind !== 'not-covered') return;
        const { weightPercent, points, parts } = skills.find(({ skillId }) => skillId === reason.skillId)!;
        expect(reason.points).toBeLessThanOrEqual(weightPercent - points + parts.memory + 0.06);
      }),
      { numRuns: 500 },
    );
  });
});
