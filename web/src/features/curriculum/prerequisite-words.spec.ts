import { describe, expect, it } from '@jest/globals';
import type { Admission } from '@server/enrollments/waivers/waivers.contract';
import { missingOf, prerequisitesTitle, prerequisitesTold } from './prerequisite-words';

const levels = [
  { id: '1', slug: 'cka', title: 'Administrator' },
  { id: '2', slug: 'ckad', title: 'Developer' },
];
const level = (slug: string, rule: 'recommended' | 'enforced') => ({ kind: 'level' as const, level: slug, rule, text: `${slug} first.` });
const knowledge = (rule: 'recommended' | 'enforced') => ({ kind: 'knowledge' as const, rule, text: 'Linux.' });
const admission = (missing: Admission['missing'], waiver = false): Admission => ({
  ...{ admitted: waiver, missing, today: '2026-03-02', request: null },
  waiver: waiver ? ({ reason: 'Seen it' } as Admission['waiver']) : null,
});
const missing = [{ kind: 'level' as const, text: 'cka first.', level: { id: '1', title: 'Administrator' } }];
const told = (asked: Parameters<typeof prerequisitesTold>[0], of?: Admission) => prerequisitesTold(asked, levels, of);
const title = (...given: Parameters<typeof told>) => prerequisitesTitle(told(...given));

describe('what a level asks for', () => {
  it('is each thing with its level and whether it holds anybody up', () => {
    const asked = [level('cka', 'enforced'), level('ckad', 'recommended'), knowledge('enforced')];
    expect(told(asked).map((each) => [each.kind, each.level?.title ?? null, each.hold])).toEqual([
      ['level', 'Administrator', 'shut'],
      ['level', 'Developer', 'recommended'],
      ['knowledge', null, 'shut'],
    ]);
    expect(told(asked, admission(missing)).map(({ hold }) => hold)).toEqual(['shut', 'recommended', 'met']);
    expect(told(asked, admission(missing, true)).map(({ hold }) => hold)).toEqual(['waived', 'recommended', 'met']);
  });

  it('is headed by a rule before a recommendation, whatever kind comes first', () => {
    expect(title([level('ckad', 'recommended'), level('cka', 'enforced')])).toBe('Administrator comes first');
    expect(title([level('ckad', 'enforced'), level('cka', 'enforced')])).toBe('Developer and Administrator come first');
    expect(title([level('cka', 'recommended'), knowledge('enforced')])).toBe('Something comes first');
    expect(title([level('cka', 'recommended')])).toBe('Administrator first is a good idea, not a rule');
    expect(title([knowledge('recommended')])).toBe('Good to know before, not a rule');
  });

  it('is no lock any more once it is met, or waived', () => {
    expect(title([level('cka', 'enforced')], admission([]))).toBe('You have what comes first');
    expect(title([level('cka', 'enforced')], admission(missing, true))).toBe('Requirements waived: you can start this level');
  });

  it('stops a visitor by what is enforced alone', () => {
    expect(missingOf(told([level('cka', 'enforced'), knowledge('recommended')]))).toEqual(missing);
  });
});
