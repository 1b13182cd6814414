import { describe, expect, it } from '@jest/globals';
import { changeSentence, hasEvidence, reasonWords, skillNote, wantingWords, weekWords, type Skill } from './score-words';

const NO_PARTS = { coverage: 0, projects: 0, practice: 0, ratings: 0, signOffs: 0, memory: 0 };
const NOTHING = { right: 0, of: 0 };
const BEHIND: Skill['behind'] = {
  ...{ studyMinutes: 480, projectMinutes: 0, itemMinutes: 36, projects: [], recalledOn: '2026-03-03' },
  items: { projects: NOTHING, practice: { right: 12, of: 18 }, ratings: NOTHING, signOffs: NOTHING },
};
const skill = (more: Partial<Skill> = {}): Skill => ({
  skillId: 's',
  title: 'Kubernetes',
  weightPercent: 30,
  ...{ score: 53, low: 42, high: 63, points: 15.8 },
  parts: { coverage: 18.4, projects: 0.9, practice: 2.1, ratings: 0, signOffs: 0, memory: -5.6 },
  isNeglected: false,
  ...{ minutes: 480, effortMinutes: 660, itemsAnswered: 18, recallPercent: 74 },
  behind: BEHIND,
  ...more,
});

describe('what changed of a score', () => {
  const parts = [
    { kind: 'skill' as const, skillId: 'a', title: 'Kubernetes', points: 4 },
    { kind: 'skill' as const, skillId: 'b', title: 'Pipelines', points: 3.5 },
    { kind: 'forgotten' as const, points: -2 },
  ];

  it('is said part by part, the largest first', () => {
    expect(changeSentence({ since: '2026-10-13', points: 6, parts }, '2026-10-20')).toBe(
      'Since last week +6: Kubernetes +4, Pipelines +3.5 and memory fading −2',
    );
  });

  it('names the day where the last point lies further back', () => {
    expect(changeSentence({ since: '2026-09-29', points: 0, parts: [] }, '2026-10-20')).toBe('Since 29 September 0');
  });

  it('is nothing against a week ago where there was no score then, however long ago somebody began', () => {
    expect([weekWords(6), weekWords(-2), weekWords(0), weekWords(null)]).toEqual([
      'Up 6 since last week',
      'Down 2 since last week',
      'As a week ago',
      'No score a week ago',
    ]);
  });

  it('tells what is smaller in one, so that it sums to the change', () => {
    const many = ['c', 'd', 'e'].map((id) => ({ kind: 'skill' as const, skillId: id, title: id, points: 0.5 }));
    expect(changeSentence({ since: '2026-10-13', points: 7, parts: [...parts, ...many] }, '2026-10-20')).toContain('c +0.5 and the rest +1');
  });
});

describe('what is said of a skill', () => {
  it('is no score where nothing is known', () => {
    const unknown = skill({ minutes: 0, itemsAnswered: 0, parts: NO_PARTS, recallPercent: null, points: 0 });
    expect(hasEvidence(unknown)).toBe(false);
    expect(hasEvidence({ ...unknown, parts: { ...NO_PARTS, ratings: 1.2 } })).toBe(true);
    expect(skillNote(unknown, true)).toBe('0 of 30 points. Nothing to go on yet');
  });

  it('has one thing to know beside its points', () => {
    expect(skillNote(skill(), true)).toBe('15.8 of 30 points. Fading, about 74% recalled');
    expect(skillNote(skill({ isNeglected: true }), true)).toBe('15.8 points, 30% of the level. Far behind the others, so it counts nearly twice');
    expect(skillNote(skill(), true, true)).toBe('15.8 points, 30% of the level. Fading, about 74% recalled');
    expect(skillNote(skill({ recallPercent: 97, itemsAnswered: 0 }), false)).toBe('30% of the level. Not tested yet');
  });
});

describe('what is said first', () => {
  it('is the one thing that holds the score back most, with its number', () => {
    expect(reasonWords({ kind: 'neglected', skillId: 's', title: 'Kubernetes', weightPercent: 30, score: 18 })).toBe(
      'Kubernetes stands at 18 and is 30% of the level.',
    );
    expect(reasonWords({ kind: 'forgotten', skillId: 's', title: 'Kubernetes', points: 5.6 })).toContain('About 5.6 points of it are forgotten');
    expect(reasonWords({ kind: 'untested', points: 8 })).toContain('about 8 points');
  });

  it('before there is a score is what would be enough for one', () => {
    expect(wantingWords({ studyDays: 2, practiceItems: 12 })).toBe('2 more study days, or 12 more items of a practice exam.');
    expect(wantingWords({ studyDays: 1, practiceItems: 0 })).toBe('1 more study day.');
    expect(wantingWords(null)).toBe('It comes in a moment.');
  });
});
