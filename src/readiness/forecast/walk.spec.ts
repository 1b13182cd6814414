import fc from 'fast-check';
import { histories, ON, twoSkills } from '../../../test/support/histories.js';
import { assertProperty } from '../../../test/support/property.js';
import { remember } from '../../progress/skill-memory.js';
import type { LearnerHistory } from '../history.js';
import type { Way } from '../passing/way.js';
import { basisOf, dayNumber, shapeOf } from '../score/basis.js';
import { exactAt, exactLevel } from '../score/readiness-model.js';
import { aheadOf, walk, type Ahead } from './walk.js';

const today = dayNumber(ON);
const way: Way = {
  ...{ startDay: today - 20, examDay: today + 30, earlierAttempts: 0, effortMinutes: 0, minutesByDay: [], totalMinutes: 0, totalDays: 0, coverage: 0 },
  work: [{ id: 'p', dueDay: 40, weightPercent: 40, isReviewed: true, handedIn: null }],
};
const item = (more: Partial<Ahead>): Ahead => ({ day: today + 1, skillId: 'a', projectId: null, minutes: 60, ...more });
const withProject: LearnerHistory = {
  ...twoSkills,
  projects: [{ id: 'p', title: 'p', skillIds: ['a'], effortMinutes: 120, minutes: 0, lastStudiedOn: null, finishedOn: null, submittedOn: null, verdict: null }],
};
const from = (history: LearnerHistory) => ({ basis: basisOf(history, ON), way });

describe('a way ahead', () => {
  it('leads to the score that the same history would have', () => {
    const study = [1, 4, 9].map((days) => item({ day: today + days, skillId: 'b', minutes: 30 }));
    const [score] = walk(shapeOf(twoSkills), from(twoSkills), study, [today + 12], ({ basis }, day) => exactAt(shapeOf(twoSkills), basis, day).score);
    const skills = twoSkills.skills.map((skill) =>
      skill.id === 'b'
        ? { ...skill, minutes: skill.minutes + 90, memory: [1, 4, 9].reduce((memory, days) => remember(memory, ON.add({ days })), skill.memory) }
        : skill,
    );
    expect(score).toBeCloseTo(exactLevel({ ...twoSkills, skills }, ON.add({ days: 12 })).score, 9);
  });

  it('finishes a project when its effort is done, and hands it in', () => {
    const half = item({ skillId: null, projectId: 'p' });
    const look = () =>
      walk(shapeOf(withProject), from(withProject), [half, { ...half, day: today + 5 }], [today + 2, today + 6], ({ basis, way: at }) => ({
        state: basis.projects[0]!.state,
        handedIn: at.work[0]!.handedIn?.day ?? null,
      }));
    expect(look()).toEqual([
      { state: 'open', handedIn: null },
      { state: 'finished', handedIn: 25 },
    ]);
  });

  describe('with a practice exam', () => {
    const level = shapeOf(twoSkills);
    const exam = (days: number) => item({ day: today + days, skillId: null, isPracticeExam: true });
    const at = (ahead: readonly Ahead[], days: number) =>
      walk(level, from(twoSkills), ahead, [today + days], ({ basis }, day) => exactAt(level, basis, day))[0]!;

    it('refreshes what was studied, as one that was taken does, until it is studied again', () => {
      const taken = { ...twoSkills, practice: [ON.add({ days: 5 }), ON.add({ days: 8 })].map((on) => ({ on, right: 0, asked: 0 })) };
      expect(at([exam(5), exam(8)], 12).score).toBeCloseTo(exactLevel(taken, ON.add({ days: 12 })).score, 9);
      const skills = taken.skills.map((skill) =>
        skill.id === 'b' ? { ...skill, minutes: skill.minutes + 30, memory: remember(skill.memory, ON.add({ days: 9 })) } : skill,
      );
      const study = item({ day: today + 9, skillId: 'b', minutes: 30 });
      expect(at([exam(5), exam(8), study], 12).score).toBeCloseTo(exactLevel({ ...taken, skills }, ON.add({ days: 12 })).score, 9);
    });

    it('tells nothing yet of how it goes: there are no items of it, and nothing is surer for it', () => {
      const [walked] = walk(level, from(twoSkills), [exam(5)], [today + 12], ({ basis, way: ahead }) => ({ basis: structuredClone(basis), work: ahead.work }));
      const { basis } = from(twoSkills);
      expect(walked!.basis.skills.map(({ practice, itemsAnswered }) => [practice, itemsAnswered])).toEqual(
        basis.skills.map(({ practice, itemsAnswered }) => [practice, itemsAnswered]),
      );
      expect(walked).toMatchObject({ basis: { practiceDay: basis.practiceDay }, work: way.work });
      expect(at([exam(5)], 12).sd).toBeGreaterThanOrEqual(at([], 12).sd);
    });
  });

  it('takes what a plan holds for what it is: a practice exam is one in forecasts and what-ifs alike', () => {
    const date = ON.add({ days: 5 }).toString();
    const planned = { date, skillId: null, projectId: null, minutes: 60 };
    expect(aheadOf({ ...planned, kind: 'practice' })).toEqual(item({ day: today + 5, skillId: null, isPracticeExam: true }));
    expect(aheadOf({ ...planned, kind: 'review', skillId: 'a' })).toEqual(item({ day: today + 5, isPracticeExam: false }));
  });

  it('leaves out what is to be done later, and leaves the start as it was', () => {
    const start = from(twoSkills);
    const [same] = walk(shapeOf(twoSkills), start, [item({ day: today + 3 })], [today + 2], (at) => at);
    expect(same).toEqual(start);
    walk(shapeOf(twoSkills), start, [item({})], [today + 2], (at) => at);
    expect(start).toEqual(from(twoSkills));
  });

  it('counts days of study, so that there comes to be enough to say something', () => {
    const study = [item({}), item({ skillId: 'b' }), item({ day: today + 2 })];
    const [days] = walk(shapeOf(twoSkills), from(twoSkills), study, [today + 2], ({ basis }) => basis.studyDays);
    expect(days).toBe(twoSkills.studyDays + 2);
  });

  it('adds days and minutes to the way', () => {
    const study = [item({}), item({ skillId: 'b' }), item({ day: today + 2, skillId: null })];
    const [at] = walk(shapeOf(twoSkills), from(twoSkills), study, [today + 2], ({ way: ahead }) => ahead);
    expect(at).toMatchObject({
      totalMinutes: 180,
      totalDays: 2,
      minutesByDay: [
        [today + 1, 120],
        [today + 2, 60],
      ],
    });
  });

  it('never leads lower for study that comes after all other of its skill', () => {
    // Between two others it may: a review that comes soon after another one makes memory last less than one that comes late (spacing).
    const Study = fc.record({ days: fc.integer({ min: 1, max: 30 }), at: fc.nat(7), minutes: fc.integer({ min: 5, max: 120 }) });
    assertProperty(
      fc.property(histories, fc.array(Study, { maxLength: 12 }), Study, (history, all, last) => {
        const level = shapeOf(history);
        const aheadOf = ({ days, at, minutes }: typeof last) => item({ day: today + days, skillId: `s${at % history.skills.length}`, minutes });
        const more = aheadOf(last);
        const before = all.map(aheadOf).filter(({ skillId, day }) => skillId !== more.skillId || day <= more.day);
        const scoreWith = (some: readonly Ahead[]) => walk(level, from(history), some, [today + 30], ({ basis }, day) => exactAt(level, basis, day).score)[0]!;
        expect(scoreWith([...before, more])).toBeGreaterThanOrEqual(scoreWith(before) - 1e-6);
      }),
    );
  });
});
