import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { remember } from '../../src/progress/skill-memory.js';
import type { LearnerHistory } from '../../src/readiness/history.js';

/** The date that all of these are seen from. */
export const ON = Temporal.PlainDate.from('2026-03-31');
export const daysAgo = (days: number) => ON.subtract({ days });

/** A skill that nobody touched. */
export const untouched = { minutes: 0, memory: null, practice: [], rating: null, signedOffOn: null };

/** Two skills: one studied in full a month ago, one half today. */
export const twoSkills: LearnerHistory = {
  skills: [
    { ...untouched, id: 'a', title: 'Versions', weightPercent: 60, effortMinutes: 300, minutes: 300, memory: remember(null, daysAgo(30)) },
    { ...untouched, id: 'b', title: 'Tests', weightPercent: 40, effortMinutes: 200, minutes: 100, memory: remember(null, ON) },
  ],
  projects: [],
  practice: [],
  studyDays: 16,
  preparation: null,
};

const Answered = fc.record({ ago: fc.nat(300), asked: fc.integer({ min: 1, max: 60 }), share: fc.double({ min: 0, max: 1, noNaN: true }) });
const answered = ({ ago, asked, share }: { ago: number; asked: number; share: number }) => ({ on: daysAgo(ago), asked, right: Math.round(asked * share) });

/** Learners of all kinds. */
export const histories: fc.Arbitrary<LearnerHistory> = fc
  .record({
    skills: fc.array(
      fc.record({
        ...{ effortMinutes: fc.integer({ min: 1, max: 2_000 }), minutes: fc.nat(3_000), ago: fc.nat(400), weight: fc.integer({ min: 1, max: 9 }) },
        ...{ practice: fc.array(Answered, { maxLength: 3 }), rating: fc.option(fc.integer({ min: 1, max: 5 })), attestedAgo: fc.option(fc.nat(200)) },
      }),
      { minLength: 1, maxLength: 8 },
    ),
    projects: fc.array(
      fc.record({
        ...{ effortMinutes: fc.integer({ min: 1, max: 600 }), minutes: fc.nat(800), ago: fc.nat(100), isFinished: fc.boolean() },
        isSubmitted: fc.boolean(),
        isApproved: fc.option(fc.boolean()),
      }),
      { maxLength: 3 },
    ),
    practice: fc.array(Answered, { maxLength: 2 }),
    studyDays: fc.integer({ min: 2, max: 300 }),
  })
  .map(({ skills, projects, practice, studyDays }) => {
    const weights = skills.reduce((sum, { weight }) => sum + weight, 0);
    return {
      studyDays,
      skills: skills.map(({ ago, weight, rating, attestedAgo, ...skill }, i) => ({
        ...{ id: `s${i}`, title: `S${i}`, weightPercent: (100 * weight) / weights, effortMinutes: skill.effortMinutes, minutes: skill.minutes },
        memory: skill.minutes > 0 ? remember(null, daysAgo(ago)) : null,
        practice: skill.practice.map(answered),
        rating: rating === null ? null : { on: daysAgo(ago), value: rating },
        signedOffOn: attestedAgo === null ? null : daysAgo(attestedAgo),
      })),
      projects: projects.map(({ ago, isFinished, isSubmitted, isApproved, ...project }, i) => ({
        ...{ ...project, id: `p${i}`, title: `P${i}`, skillIds: [`s${i % skills.length}`] },
        lastStudiedOn: project.minutes > 0 ? daysAgo(ago) : null,
        finishedOn: isFinished ? daysAgo(ago) : null,
        submittedOn: isSubmitted || isApproved !== null ? daysAgo(ago) : null,
        verdict: isApproved === null ? null : { on: daysAgo(ago), isApproved },
      })),
      practice: practice.map(answered),
      preparation: null,
    };
  });
