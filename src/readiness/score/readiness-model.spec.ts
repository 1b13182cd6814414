import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { nextActions } from './next-actions.js';
import { readinessOf, type LearnerHistory } from './readiness-model.js';

const on = Temporal.PlainDate.from('2026-03-31');
const daysAgo = (days: number) => on.subtract({ days });

/** Two skills: one studied in full a month ago, one half yesterday. No projects, 16 study days: 5 points wider either way. */
const example: LearnerHistory = {
  skills: [
    { id: 'a', title: 'Versions', weightPercent: 60, effortMinutes: 300, minutes: 300, lastStudiedOn: daysAgo(30) },
    { id: 'b', title: 'Tests', weightPercent: 40, effortMinutes: 200, minutes: 100, lastStudiedOn: daysAgo(0) },
  ],
  projects: [],
  studyDays: 16,
};

const history: fc.Arbitrary<LearnerHistory> = fc
  .record({
    skills: fc.array(fc.record({ effortMinutes: fc.integer({ min: 1, max: 2_000 }), minutes: fc.nat(3_000), ago: fc.nat(400) }), {
      minLength: 1,
      maxLength: 8,
    }),
    projects: fc.array(fc.record({ effortMinutes: fc.integer({ min: 1, max: 600 }), minutes: fc.nat(800), ago: fc.nat(100), done: fc.boolean() }), {
      maxLength: 3,
    }),
    studyDays: fc.integer({ min: 2, max: 300 }),
  })
  .map(({ skills, projects, studyDays }) => ({
    studyDays,
    skills: skills.map(({ ago, ...skill }, i) => ({
      ...skill,
      id: `s${i}`,
      title: `S${i}`,
      weightPercent: 100 / skills.length,
      lastStudiedOn: skill.minutes > 0 ? daysAgo(ago) : null,
    })),
    projects: projects.map(({ ago, done, ...project }, i) => ({
      ...project,
      id: `p${i}`,
      title: `P${i}`,
      skillIds: [`s${i % skills.length}`],
      lastStudiedOn: project.minutes > 0 ? daysAgo(ago) : null,
      finishedOn: done ? daysAgo(ago) : null,
    })),
  }));

describe('readiness', () => {
  it('of a skill held in full a month ago and one half done today is 62', () => {
    // a: 100 * 1 * 0.5^(30/60) = 70.7, worth 42.4; b: 100 * 0.5 = 50, worth 20.
    const result = readinessOf(example, on);
    expect(result).toMatchObject({ state: 'computed', score: 62, band: 'near', wanting: null });
    expect(result.skills.map(({ score, points }) => ({ score, points }))).toEqual([
      { score: 71, points: 42.1 },
      { score: 50, points: 19.9 },
    ]);
    expect(result.low).toBeLessThan(62);
    expect(result.high).toBeGreaterThan(62);
  });

  it('gives no number on too little evidence, and says what would be enough', () => {
    const nothing = { ...example, studyDays: 0, skills: example.skills.map((skill) => ({ ...skill, minutes: 0, lastStudiedOn: null })) };
    expect(readinessOf(nothing, on)).toMatchObject({ state: 'too-early', score: null, low: null, high: null, band: 'too-early', wanting: { studyDays: 2 } });
    expect(readinessOf({ ...example, studyDays: 1 }, on)).toMatchObject({ score: null, wanting: { studyDays: 1 } });
    expect(readinessOf({ skills: [], projects: [], studyDays: 9 }, on)).toMatchObject({ state: 'too-early', wanting: { studyDays: 1 } });
  });

  it('counts study that is dated ahead as of today', () => {
    const ahead = { ...example, skills: example.skills.map((skill) => ({ ...skill, lastStudiedOn: on.add({ days: 2 }) })) };
    const today = { ...example, skills: example.skills.map((skill) => ({ ...skill, lastStudiedOn: on })) };
    expect(readinessOf(ahead, on).score).toBe(readinessOf(today, on).score);
  });

  it('rises with a project that is finished, for the skills it shows', () => {
    const project = { id: 'p', title: 'Pipeline', skillIds: ['b'], effortMinutes: 100, minutes: 0, lastStudiedOn: null, finishedOn: null };
    const before = readinessOf({ ...example, projects: [project] }, on);
    const after = readinessOf({ ...example, projects: [{ ...project, finishedOn: on }] }, on);
    expect(after.skills[1]!.score).toBeGreaterThan(before.skills[1]!.score);
    expect(after.skills[0]!.score).toBe(before.skills[0]!.score);
  });

  it('is the exact sum of what its skills give, and lies inside its range within 0 to 100', () => {
    fc.assert(
      fc.property(history, (given) => {
        const { score, low, high, skills } = readinessOf(given, on);
        fc.pre(score !== null);
        expect(skills.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 6);
        for (const each of [{ score, low: low ?? -1, high: high ?? 101 }, ...skills]) {
          expect(each.low).toBeGreaterThanOrEqual(0);
          expect(each.low).toBeLessThanOrEqual(each.score);
          expect(each.high).toBeGreaterThanOrEqual(each.score);
          expect(each.high).toBeLessThanOrEqual(100);
        }
      }),
    );
  });

  it('never falls by studying more, and never rises by waiting', () => {
    fc.assert(
      fc.property(history, fc.nat(7), fc.integer({ min: 1, max: 300 }), (given, which, minutes) => {
        const at = which % given.skills.length;
        const more = {
          ...given,
          skills: given.skills.map((skill, i) => (i === at ? { ...skill, minutes: skill.minutes + minutes, lastStudiedOn: on } : skill)),
        };
        const [before, after, later] = [readinessOf(given, on), readinessOf(more, on), readinessOf(given, on.add({ days: 10 }))];
        expect(after.skills[at]!.score).toBeGreaterThanOrEqual(before.skills[at]!.score);
        expect(later.skills[at]!.score).toBeLessThanOrEqual(before.skills[at]!.score);
      }),
    );
  });
});

describe('what to do next', () => {
  it('is what gains most in an hour, one way a skill, with its reason', () => {
    const actions = nextActions(example, on);
    expect(actions[0]).toMatchObject({ kind: 'review', skillId: 'a', minutes: 30, reason: { kind: 'fading', daysSince: 30 } });
    expect(actions[0]!.points).toBeCloseTo(17.6, 1);
    expect(actions.map(({ skillId }) => skillId)).toEqual(['a', 'b']);
  });

  it('gains something, always', () => {
    fc.assert(fc.property(history, (given) => expect(nextActions(given, on).every(({ points, minutes }) => points > 0 && minutes > 0)).toBe(true)));
  });
});
