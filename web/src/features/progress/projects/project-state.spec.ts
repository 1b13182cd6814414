import { describe, expect, it } from '@jest/globals';
import type { Evidence } from '@server/progress/evidence/evidence.contract';
import { projectState } from './project-state';

const evidence = (projectId: string, number: number, state: Evidence['state']) => ({ projectId, number, state }) as Evidence;

describe('how a project stands', () => {
  it('is what its latest evidence says', () => {
    const all = [evidence('a', 2, 'changes-requested'), evidence('b', 1, 'approved'), evidence('a', 1, 'resubmitted')];
    expect(projectState('a', all, [])).toBe('changes-requested');
    expect(projectState('b', all, [])).toBe('approved');
  });

  it('is done by the learner’s own word where there is no evidence', () => {
    const finished = [{ projectId: 'a', finishedOn: '2026-03-02', approvedBy: null }];
    expect(projectState('a', [], finished)).toBe('done');
    expect(projectState('b', [], finished)).toBe('not-started');
    expect(projectState('a', [evidence('a', 1, 'submitted')], finished)).toBe('submitted');
  });
});
