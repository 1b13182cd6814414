import { chancePercent } from '@server/platform/percent.contract';
import { describe, expect, it } from '@jest/globals';
import { asPeople, chanceBrief, chanceRows, chanceSentence, comparedWith, noChanceWords, onScale } from './chance-words';

const chance = { probability: 0.71, low: 0.6, high: 0.8, examOn: '2026-11-14' };

describe('the chance of passing', () => {
  it('never stands without its range', () => {
    expect(chanceSentence(chance)).toBe('Exam 14 Nov: 71%, somewhere from 60 to 80');
    expect(chanceBrief(chance)).toBe('71% (60 to 80)');
    expect(onScale(chance)).toEqual({ score: 71, low: 60, high: 80 });
  });

  it('is never certain', () => {
    expect([0, 0.001, 0.5, 0.999, 1].map(chancePercent)).toEqual([1, 1, 50, 99, 99]);
  });

  it('is told as so many of ten people, and how little a wide range says', () => {
    expect(asPeople(chance)).toBe('Of those given such a chance, about 7 in 10 pass');
    expect(asPeople({ probability: 0.81, low: 0.34, high: 0.97 })).toBe('Of those given such a chance, about 8 in 10 pass. So wide a range says little yet');
    expect(asPeople({ probability: 0.98, low: 0.9, high: 0.99 })).toBe('Of those given such a chance, nearly all pass');
  });

  it('says with whom it is compared, and where it is held to what is usual elsewhere', () => {
    expect(comparedWith({ peers: 0, outcomes: 0 })).toBe(
      'Nobody else of this level is at this point, so study is held to what the level takes and the rest to what is usual elsewhere. How much of the level is covered does not count. It has not learnt from exams of this level yet.',
    );
    expect(comparedWith({ peers: 9, outcomes: 1 })).toBe(
      'Compared with 8 other learners of this level. They are few, so it is held to what the level takes and to what is usual elsewhere too. It has learnt from 1 exam of this level that came out.',
    );
    expect(comparedWith({ peers: 40, outcomes: 30 })).not.toContain('elsewhere');
  });

  it('has parts that sum to the difference from the usual one, the largest first, the even ones in one', () => {
    const parts = [
      { kind: 'study' as const, points: 21.2 },
      { kind: 'work' as const, points: -17 },
      { kind: 'scores' as const, points: 0.3 },
      { kind: 'coverage' as const, points: 0 },
    ];
    const { rows, even } = chanceRows({ probability: 0.808, usual: 0.766, parts });
    expect(rows.map(({ name, why, points }) => `${points} ${name}: ${why}`)).toEqual([
      '21 Study days: More of them in the last weeks than usual',
      '-17 Work done: Fewer projects and practice exams by now than usual',
    ]);
    expect(even).toEqual(['scores', 'coverage']);
  });

  it('has whole parts that lead from the usual chance to this one, whatever rounding leaves over', () => {
    const parts = [
      { kind: 'study' as const, points: 7.5 },
      { kind: 'scores' as const, points: 2.5 },
    ];
    const { rows } = chanceRows({ probability: 0.6, usual: 0.5, parts });
    expect(rows.map(({ points }) => points)).toEqual([7, 3]);
  });

  it('says in words why there is none', () => {
    expect(noChanceWords('exam-gone')).toContain('set another date');
    expect(noChanceWords('too-early')).toBe('It comes with your first score.');
  });
});
