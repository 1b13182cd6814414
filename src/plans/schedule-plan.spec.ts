import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { schedulePlan, type PlanInput } from './schedule-plan.js';

const today = Temporal.PlainDate.from('2026-03-02');
const sum = (items: readonly { minutes: number }[]) => items.reduce((total, { minutes }) => total + minutes, 0);

/** A Monday; an hour each day but Friday and Sunday; two skills and a project. */
const example: PlanInput = {
  skills: [
    { id: 'a', title: 'Versions', weightPercent: 60, effortMinutes: 120 },
    { id: 'b', title: 'Tests', weightPercent: 40, effortMinutes: 60 },
  ],
  projects: [{ id: 'p', title: 'A pipeline', effortMinutes: 60, skillIds: ['a'] }],
  phases: [
    { title: 'Learn', summary: '', sharePercent: 50, focus: ['a', 'b'] },
    { title: 'Build', summary: '', sharePercent: 50, focus: ['p'] },
  ],
  doneMinutes: {},
  finishedProjectIds: [],
  weeklyMinutes: [60, 60, 60, 60, 0, 60, 0],
  today,
  examOn: today.add({ days: 14 }),
};

const input: fc.Arbitrary<PlanInput> = fc
  .record({
    skills: fc.array(fc.record({ weightPercent: fc.integer({ min: 1, max: 50 }), effortMinutes: fc.integer({ min: 1, max: 900 }) }), { maxLength: 12 }),
    projects: fc.array(fc.record({ effortMinutes: fc.integer({ min: 1, max: 600 }), shows: fc.array(fc.nat(11), { maxLength: 3 }) }), { maxLength: 4 }),
    shares: fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 4 }),
    weeklyMinutes: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 300 })), { minLength: 7, maxLength: 7 }),
    days: fc.integer({ min: 1, max: 120 }),
    began: fc.nat(30),
    loggedTodayMinutes: fc.nat(200),
    done: fc.array(fc.nat(400), { maxLength: 12 }),
  })
  .map(({ skills, projects, shares, days, began, done, ...rest }) => {
    const known = skills.map((skill, i) => ({ ...skill, id: `s${i}`, title: `Skill ${i}` }));
    const all = shares.reduce((total, share) => total + share, 0);
    return {
      ...rest,
      skills: known,
      projects: projects.map(({ effortMinutes, shows }, i) => ({
        id: `p${i}`,
        title: `Project ${i}`,
        effortMinutes,
        skillIds: shows.filter((n) => n < known.length).map((n) => `s${n}`),
      })),
      phases: shares.map((share, i) => ({
        title: `Phase ${i}`,
        summary: '',
        sharePercent: (share / all) * 100,
        focus: known.filter((_, n) => n % shares.length === i).map(({ id }) => id),
      })),
      doneMinutes: Object.fromEntries(done.map((minutes, i) => [`s${i}`, minutes])),
      finishedProjectIds: projects.length > 1 ? ['p0'] : [],
      today,
      examOn: today.add({ days }),
      startedOn: today.subtract({ days: began }),
    };
  });

const holds = (property: (input: PlanInput) => void) => fc.assert(fc.property(input, property), { numRuns: 300 });
const isNeeded = ({ kind }: { kind: string }) => kind === 'study' || kind === 'project';

describe('a plan', () => {
  it('spreads four hours over two weeks, skills before the project that shows them', () => {
    const plan = schedulePlan(example);
    expect(plan).toMatchObject({ neededMinutes: 240, availableMinutes: 600, missingMinutes: 0, feasible: true, waysOut: [] });
    expect(plan.phases.map(({ title, from, to }) => `${title} ${from.toString()} ${to.toString()}`)).toEqual([
      'Learn 2026-03-02 2026-03-08',
      'Build 2026-03-09 2026-03-15',
    ]);
    const needed = plan.items.filter(isNeeded);
    expect(sum(needed)).toBe(240);
    expect(needed[0]).toMatchObject({ title: 'Versions, part 1 of 3', minutes: 40, skillId: 'a', position: 0 });
    const firstOfProject = needed.findIndex(({ projectId }) => projectId === 'p');
    expect(needed.slice(firstOfProject).every(({ projectId }) => projectId === 'p')).toBe(true);
    expect(plan.items.some(({ kind }) => kind === 'practice')).toBe(true);
  });

  it('says in numbers when time is short, with ways out that work', () => {
    const short = { ...example, examOn: today.add({ days: 3 }) };
    const plan = schedulePlan(short);
    expect(plan).toMatchObject({ neededMinutes: 240, availableMinutes: 180, missingMinutes: 60, feasible: false });
    expect(plan.waysOut).toEqual([
      { kind: 'study-more', minutesMore: 20 },
      { kind: 'move-exam', examOn: '2026-03-06' },
      { kind: 'leave-out', titles: ['A pipeline'], minutes: 60, weightPercent: 0 },
    ]);
    expect(schedulePlan({ ...short, examOn: Temporal.PlainDate.from('2026-03-06') }).feasible).toBe(true);
    expect(schedulePlan({ ...short, weeklyMinutes: short.weeklyMinutes.map((minutes) => minutes && minutes + 20) }).feasible).toBe(true);
    expect(new Set(plan.items.map(({ skillId, projectId }) => skillId ?? projectId))).toEqual(new Set(['a', 'b', 'p']));
  });

  it('leaves out what is done, and takes what was logged today off the day', () => {
    const plan = schedulePlan({ ...example, doneMinutes: { a: 120 }, finishedProjectIds: ['p'], loggedTodayMinutes: 60 });
    expect(plan.neededMinutes).toBe(60);
    expect(plan.items.every(({ date, skillId }) => !date.equals(today) && skillId !== 'a')).toBe(true);
  });

  it('reviews what was learnt before, the skill that waits longest first, and has a practice exam as long as its day', () => {
    const lastStudiedOn = { a: today.subtract({ days: 20 }), b: today.subtract({ days: 2 }) };
    const done = { doneMinutes: { a: 120, b: 60 }, finishedProjectIds: ['p'], lastStudiedOn };
    const plan = schedulePlan({ ...example, ...done, weeklyMinutes: [45, 0, 45, 0, 0, 0, 0] });
    expect(plan.items.map(({ date, title, minutes }) => `${date.toString()} ${title} ${minutes}`)).toEqual([
      '2026-03-02 Review: Versions 15',
      '2026-03-04 Review: Tests 15',
      '2026-03-09 Practice exam 45',
      '2026-03-11 Review: Versions 15',
      '2026-03-11 Review: Tests 15',
    ]);
  });

  it('never fills a day beyond its minutes, nor lies before today, on a rest day, or on the exam day and after', () => {
    holds((given) => {
      const perDay = new Map<string, number>();
      for (const { date, minutes } of schedulePlan(given).items) {
        expect(Temporal.PlainDate.compare(date, given.today)).toBeGreaterThanOrEqual(0);
        expect(Temporal.PlainDate.compare(date, given.examOn)).toBeLessThan(0);
        perDay.set(date.toString(), (perDay.get(date.toString()) ?? 0) + minutes);
      }
      for (const [date, minutes] of perDay) {
        const usual = given.weeklyMinutes[Temporal.PlainDate.from(date).dayOfWeek - 1] ?? 0;
        expect(minutes).toBeLessThanOrEqual(date === given.today.toString() ? usual - (given.loggedTodayMinutes ?? 0) : usual);
      }
    });
  });

  it('places every needed minute, or reports it missing', () => {
    holds((given) => {
      const { items, neededMinutes, missingMinutes } = schedulePlan(given);
      expect(sum(items.filter(isNeeded)) + missingMinutes).toBe(neededMinutes);
    });
  });

  it('has sessions that one can sit down for, and none longer than two hours', () => {
    holds((given) => {
      for (const { minutes } of schedulePlan(given).items) {
        expect(minutes).toBeGreaterThan(0);
        expect(minutes).toBeLessThanOrEqual(120);
      }
    });
  });

  it('leaves no crumbs where there is time', () => {
    holds((given) => {
      const roomy = {
        ...given,
        weeklyMinutes: given.weeklyMinutes.map((minutes) => minutes && Math.max(minutes, 45)),
        skills: given.skills.map((skill) => ({ ...skill, effortMinutes: Math.max(skill.effortMinutes, 20) })),
        projects: given.projects.map((project) => ({ ...project, effortMinutes: Math.max(project.effortMinutes, 20) })),
        // A short last phase can be tight however long the plan is.
        phases: [],
        doneMinutes: {},
        loggedTodayMinutes: 0,
      };
      const { items, neededMinutes, availableMinutes } = schedulePlan(roomy);
      if (availableMinutes < 2 * neededMinutes) return;
      expect(items.filter(isNeeded).filter(({ minutes }) => minutes < 20)).toEqual([]);
    });
  });

  it('divides what is a little more than the longest session into two that one can sit down for', () => {
    const project = { id: 'p0', title: 'Project', effortMinutes: 121, skillIds: [] };
    const { items } = schedulePlan({
      ...example,
      skills: [],
      projects: [project],
      phases: [],
      weeklyMinutes: [0, 242, 0, 0, 0, 0, 0],
      examOn: today.add({ days: 2 }),
    });
    expect(items.filter(isNeeded).map(({ minutes }) => minutes)).toEqual([101, 20]);
  });

  it('is the same for the same input, and numbers the items of each day from 0', () => {
    holds((given) => {
      const plan = schedulePlan(given);
      expect(schedulePlan(given)).toEqual(plan);
      let before = { date: '', position: -1 };
      for (const { date, position } of plan.items) {
        expect(position).toBe(date.toString() === before.date ? before.position + 1 : 0);
        before = { date: date.toString(), position };
      }
    });
  });

  it('of half a year and forty skills is whole', () => {
    const skills = Array.from({ length: 40 }, (_, i) => ({ id: `s${i}`, title: `Skill ${i}`, weightPercent: 2.5, effortMinutes: 240 }));
    const plan = schedulePlan({ ...example, skills, projects: [], phases: [], weeklyMinutes: [60, 60, 60, 60, 60, 120, 0], examOn: today.add({ days: 180 }) });
    expect(plan.feasible).toBe(true);
    expect(new Set(plan.items.flatMap(({ skillId }) => skillId ?? [])).size).toBe(40);
  });
});
