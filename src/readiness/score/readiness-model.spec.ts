import fc from 'fast-check';
import { assertProperty } from '../../../test/support/property.js';
import { recallAfter, remember } from '../../progress/skill-memory.js';
import { daysAgo, histories, ON, twoSkills, untouched } from '../../../test/support/histories.js';
import type { LearnerHistory } from '../history.js';
import { basisOf, dayNumber, shapeOf } from './basis.js';
import { exactLevel, readinessAt, readinessOf } from './readiness-model.js';
import { PARTS } from './skill-score.js';

const withFirst = (history: LearnerHistory, change: Partial<LearnerHistory['skills'][number]>): LearnerHistory => ({
  ...history,
  skills: history.skills.map((skill, i) => (i === 0 ? { ...skill, ...change } : skill)),
});

describe('readiness', () => {
  it('of a skill studied in full a month ago and one half today is a sum that one can follow', () => {
    // a: covered in full, untested: 85, recalled after 30 days with a stability of one good study.
    const a = 85 * recallAfter(remember(null, ON).stability, 30);
    // b: half of the effort covers (1 - e^-.5) / (1 - e^-1) = 62.2%; of 85 that is 52.9, all of it recalled.
    const b = 85 * 0.62246;
    const { score, skills, state, wanting } = readinessOf(twoSkills, ON);
    expect(skills.map((skill) => skill.score)).toEqual([Math.round(a), Math.round(b)]);
    expect({ state, score, wanting }).toEqual({ state: 'computed', score: Math.round(0.6 * a + 0.4 * b), wanting: null });
    expect(skills[0]!.parts).toMatchObject({ projects: 0, practice: 0, ratings: 0, signOffs: 0 });
    expect(skills[0]!.parts.coverage).toBeCloseTo(51, 0);
    expect(skills[0]!.parts.memory).toBeCloseTo(0.6 * (a - 85), 0);
  });

  it('counts items of practice exams as a Beta posterior does', () => {
    // Six items of coverage, all of them covered and so 5.1 right, with 19 more, 4 of them right: 9.1 of 25.
    const { skills } = readinessOf(withFirst(twoSkills, { memory: remember(null, ON), practice: [{ on: ON, right: 4, asked: 19 }] }), ON);
    expect(skills[0]!.score).toBe(36);
    expect(skills[0]!.parts.practice).toBeCloseTo(0.6 * (36.4 - 85), 0);
  });

  it('counts evidence half after 120 days', () => {
    const old = withFirst(twoSkills, { memory: remember(null, ON), practice: [{ on: daysAgo(120), right: 4, asked: 19 }] });
    // 5.1 + 2 right of 6 + 9.5.
    expect(readinessOf(old, ON).skills[0]!.score).toBe(46);
  });

  it('gives no number on too little evidence, and says what would be enough', () => {
    const nothing = { ...twoSkills, studyDays: 0, skills: twoSkills.skills.map((skill) => ({ ...skill, ...untouched })) };
    const tooEarly = { state: 'too-early', score: null, low: null, high: null, band: 'too-early' };
    expect(readinessOf(nothing, ON)).toMatchObject({ ...tooEarly, wanting: { studyDays: 2, practiceItems: 20 } });
    expect(readinessOf({ ...twoSkills, studyDays: 1 }, ON)).toMatchObject({ score: null, wanting: { studyDays: 1 } });
    // Of a level without skills nothing would be.
    expect(readinessOf({ ...nothing, skills: [], studyDays: 9 }, ON)).toMatchObject({ ...tooEarly, wanting: null });
  });

  it('takes a practice exam for evidence enough', () => {
    const nothing = { ...twoSkills, studyDays: 0, skills: twoSkills.skills.map((skill) => ({ ...skill, ...untouched })) };
    expect(readinessOf({ ...nothing, practice: [{ on: ON, right: 12, asked: 20 }] }, ON).score).toBeGreaterThan(0);
    expect(readinessOf({ ...nothing, practice: [{ on: ON, right: 12, asked: 19 }] }, ON).wanting).toEqual({ studyDays: 2, practiceItems: 1 });
  });

  it('shows one heavy skill that was left out', () => {
    const even = readinessOf({ ...twoSkills, skills: twoSkills.skills.map((skill) => ({ ...skill, minutes: 150, memory: remember(null, ON) })) }, ON);
    expect(even.skills.some(({ isNeglected }) => isNeglected)).toBe(false);
    const { score, skills } = readinessOf(withFirst(twoSkills, untouched), ON);
    expect(skills[0]).toMatchObject({ score: 0, isNeglected: true });
    // 52.9 of 40%: a mean of 21.2, less 60% of the 10.6 that the other is short of half of it.
    expect(score).toBe(15);
  });

  it('counts study that is dated ahead as of today', () => {
    const ahead = (days: number) => withFirst(twoSkills, { memory: remember(null, ON.add({ days })) });
    expect(readinessOf(ahead(2), ON).score).toBe(readinessOf(ahead(0), ON).score);
  });

  it('is the exact sum of what its skills give, and these of their parts, and lies inside its range within 0 to 100', () => {
    assertProperty(
      fc.property(histories, (given) => {
        const { score, low, high, skills } = readinessOf(given, ON);
        fc.pre(score !== null);
        expect(skills.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 6);
        for (const { points, parts } of skills) expect(PARTS.reduce((sum, part) => sum + parts[part], 0)).toBeCloseTo(points, 6);
        for (const each of [{ score, low: low ?? -1, high: high ?? 101 }, ...skills]) {
          expect(each.low).toBeGreaterThanOrEqual(0);
          expect(each.low).toBeLessThanOrEqual(each.score);
          expect(each.high).toBeGreaterThanOrEqual(each.score);
          expect(each.high).toBeLessThanOrEqual(100);
        }
      }),
    );
  });

  it('never falls by studying more, by a right answer, or by an approval', () => {
    assertProperty(
      fc.property(histories, fc.nat(7), fc.integer({ min: 1, max: 300 }), (given, which, minutes) => {
        const at = which % given.skills.length;
        const change = (of: (skill: LearnerHistory['skills'][number]) => Partial<LearnerHistory['skills'][number]>) => ({
          ...given,
          skills: given.skills.map((skill, i) => (i === at ? { ...skill, ...of(skill) } : skill)),
        });
        const before = exactLevel(given, ON).score;
        const better = [
          change((skill) => ({ minutes: skill.minutes + minutes, memory: remember(skill.memory, ON) })),
          change((skill) => ({ practice: [...skill.practice, { on: ON, right: 1, asked: 1 }] })),
          change(() => ({ signedOffOn: ON })),
          { ...given, projects: given.projects.map((project) => ({ ...project, verdict: { on: ON, isApproved: true } })) },
        ];
        for (const after of better.slice(0, 3)) expect(exactLevel(after, ON).score).toBeGreaterThanOrEqual(before - 1e-9);
      }),
    );
  });

  it('never rises by waiting where nothing speaks against the skills', () => {
    assertProperty(
      fc.property(histories, fc.integer({ min: 1, max: 200 }), (given, days) => {
        const unspoken = { ...given, practice: [], projects: [], skills: given.skills.map((skill) => ({ ...skill, practice: [], rating: null })) };
        expect(exactLevel(unspoken, ON.add({ days })).score).toBeLessThanOrEqual(exactLevel(unspoken, ON).score + 1e-9);
      }),
    );
  });

  it('is surer the more was answered', () => {
    const width = (items: number) => {
      const { low, high } = readinessOf({ ...twoSkills, practice: items > 0 ? [{ on: ON, right: items * 0.6, asked: items }] : [] }, ON);
      return high! - low!;
    };
    const widths = [0, 20, 60, 200].map(width);
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    expect(widths[0]).toBeGreaterThan(25);
    expect(widths.at(-1)).toBeLessThan(12);
  });

  it('of a day that only passed is what the whole history says on it, also where its last date was ahead, of one who went west', () => {
    assertProperty(
      fc.property(histories, fc.nat(2), fc.nat(60), (given, ahead, days) => {
        const from = ON.subtract({ days: ahead });
        const later = from.add({ days });
        const [passed, anew] = [readinessAt(shapeOf(given), basisOf(given, from), dayNumber(later)), readinessOf(given, later)];
        expect(passed.skills.map(({ score }) => score)).toEqual(anew.skills.map(({ score }) => score));
        expect(passed.score).toBe(anew.score);
      }),
    );
  });
});
