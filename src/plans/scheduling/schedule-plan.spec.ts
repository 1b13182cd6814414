import { Temporal } from 'temporal-polyfill';
import { schedulePlan, type PlanInput } from './schedule-plan.js';

const today = Temporal.PlainDate.from('2026-03-02');
const sum = (items: readonly { minutes: number }[]) => items.reduce((total, { minutes }) => total + minutes, 0);
const week = (...weeklyMinutes: number[]) => ({ weeklyMinutes, exceptions: {}, breaks: [] });
const isNeeded = ({ kind }: { kind: string }) => kind === 'study' || kind === 'project';
const told = ({ items }: Pick<ReturnType<typeof schedulePlan>, 'items'>) => items.map(({ date, title, minutes }) => `${date.toString()} ${title} ${minutes}`);

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
  studyTime: week(60, 60, 60, 60, 0, 60, 0),
  today,
  examOn: today.add({ days: 14 }),
};

describe('a plan', () => {
  it('spreads four hours over two weeks but for a buffer, skills before the project that shows them', () => {
    const plan = schedulePlan(example);
    expect(plan).toMatchObject({ neededMinutes: 240, availableMinutes: 600, missingMinutes: 0, spareMinutes: 360, feasible: true, bufferDays: 1, waysOut: [] });
    expect(plan.earliestFinishOn?.toString()).toBe('2026-03-05');
    expect(plan.phases.map(({ title, from, to }) => `${title} ${from.toString()} ${to.toString()}`)).toEqual([
      'Learn 2026-03-02 2026-03-08',
      'Build 2026-03-09 2026-03-15',
    ]);
    const needed = plan.items.filter(isNeeded);
    expect(sum(needed)).toBe(240);
    expect(needed[0]).toMatchObject({ title: 'Versions', minutes: 40, skillId: 'a', position: 0 });
    const firstOfProject = needed.findIndex(({ projectId }) => projectId === 'p');
    expect(needed.slice(firstOfProject).every(({ projectId }) => projectId === 'p')).toBe(true);
    expect(plan.items.some(({ kind }) => kind === 'practice')).toBe(true);
  });

  it('says in numbers when time is short, with four ways out that work', () => {
    const short = { ...example, examOn: today.add({ days: 5 }), doneMinutes: { a: 0 }, studyTime: week(30, 30, 0, 60, 0, 60, 0) };
    const plan = schedulePlan(short);
    expect(plan).toMatchObject({ neededMinutes: 240, availableMinutes: 120, missingMinutes: 120, feasible: false, earliestFinishOn: null });
    expect(plan.waysOut).toEqual([
      { kind: 'study-more', minutesMore: 40, days: 3, effect: { missingMinutes: 0, spareMinutes: 0, finishOn: '2026-03-05' } },
      {
        kind: 'open-days',
        weekdays: [3, 5],
        dates: ['2026-03-04', '2026-03-06'],
        minutesEach: 60,
        effect: { missingMinutes: 0, spareMinutes: 0, finishOn: '2026-03-06' },
      },
      { kind: 'move-exam', examOn: '2026-03-11', daysLater: 4, effect: { missingMinutes: 0, spareMinutes: 0, finishOn: '2026-03-10' } },
      {
        kind: 'leave-out',
        partIds: ['b', 'p'],
        titles: ['Tests', 'A pipeline'],
        minutes: 120,
        weightPercent: 40,
        readinessPoints: 40,
        effect: { missingMinutes: 0, spareMinutes: 0, finishOn: '2026-03-05' },
      },
    ]);
    expect(schedulePlan({ ...short, examOn: Temporal.PlainDate.from('2026-03-11') }).feasible).toBe(true);
    expect(schedulePlan({ ...short, studyTime: week(70, 70, 0, 100, 0, 60, 0) }).feasible).toBe(true);
    expect(schedulePlan({ ...short, studyTime: week(30, 30, 60, 60, 60, 60, 0) }).feasible).toBe(true);
    expect(new Set(plan.items.map(({ skillId, projectId }) => skillId ?? projectId))).toEqual(new Set(['a', 'b', 'p']));
  });

  describe('that is short by the limit of a day that the learner set', () => {
    const short = { ...example, examOn: today.add({ days: 5 }), doneMinutes: { a: 0 }, pace: { mostMinutesADay: 30 } };
    const first = (studyTime: typeof example.studyTime) => schedulePlan({ ...short, studyTime }).waysOut[0];

    it('says so in place of studying more, with the limit that would do in the time there is', () => {
      // Monday, Tuesday and Thursday: 60, 60 and 120 minutes do for 240, where 30 each are allowed.
      expect(first(week(90, 60, 0, 120, 0, 60, 0))).toEqual({
        ...{ kind: 'raise-limit', limitMinutes: 30, minutesADay: 90, isWeekToo: false },
        effect: { missingMinutes: 0, spareMinutes: 0, finishOn: '2026-03-05' },
      });
    });

    it('says so with more time on the days, too, where the week holds too little', () => {
      expect(first(week(30, 30, 0, 60, 0, 60, 0))).toEqual({
        ...{ kind: 'raise-limit', limitMinutes: 30, minutesADay: 80, isWeekToo: true },
        effect: { missingMinutes: 0, spareMinutes: 0, finishOn: '2026-03-05' },
      });
    });

    it('says nothing of it where the limit leaves room', () => {
      expect(schedulePlan({ ...short, studyTime: week(30, 30, 0, 60, 0, 60, 0), pace: { mostMinutesADay: 120 } }).waysOut[0]).toMatchObject({
        kind: 'study-more',
      });
    });
  });

  it('leaves out what costs the least readiness for its minutes, as it is told that, and nothing in vain', () => {
    const short = { ...example, examOn: today.add({ days: 3 }), points: { a: 30, b: 1, p: 12 } };
    expect(schedulePlan(short).waysOut.find(({ kind }) => kind === 'leave-out')).toMatchObject({ titles: ['Tests'], minutes: 60, readinessPoints: 1 });
  });

  it('leaves out what is done, and takes what was logged today off the day', () => {
    const plan = schedulePlan({ ...example, doneMinutes: { a: 120 }, finishedProjectIds: ['p'], loggedTodayMinutes: 60 });
    expect(plan.neededMinutes).toBe(60);
    expect(plan.items.every(({ date, skillId }) => !date.equals(today) && skillId !== 'a')).toBe(true);
  });

  it('reviews a skill when its memory asks for it, the next time later than the last', () => {
    const memory = { stability: 3, difficulty: 5, lastOn: today.subtract({ days: 1 }) };
    const [a] = example.skills;
    const { items } = schedulePlan({
      ...example,
      skills: [a!],
      projects: [],
      doneMinutes: { a: 120 },
      memories: { a: memory },
      studyTime: week(60, 60, 60, 60, 60, 60, 60),
      examOn: today.add({ days: 90 }),
    });
    const reviews = items.filter(({ kind }) => kind === 'review').map(({ date }) => today.until(date, { largestUnit: 'days' }).days);
    // Due 3 days after it was studied; each time it is held longer.
    expect(reviews[0]).toBe(2);
    const gaps = reviews.slice(1).map((day, i) => day - reviews[i]!);
    expect(gaps.length).toBeGreaterThan(1);
    expect(gaps).toEqual([...gaps].sort((one, other) => one - other));
  });

  it('reviews first what would lose the level most, where there is room for one', () => {
    const lastOn = today.subtract({ days: 30 });
    const held = { stability: 10, difficulty: 5, lastOn };
    const done = { doneMinutes: { a: 120, b: 60 }, finishedProjectIds: ['p'], memories: { a: held, b: held } };
    expect(told(schedulePlan({ ...example, ...done, studyTime: week(25, 25, 0, 0, 0, 0, 0), examOn: today.add({ days: 2 }) }))).toEqual([
      '2026-03-02 Review: Versions 20',
      '2026-03-03 Review: Tests 20',
    ]);
  });

  it('counts practice exams back from the exam, with another one soon after one that went badly', () => {
    const practised = (percent: number) => {
      const practiceResults = [{ on: today.subtract({ days: 20 }), percent }];
      const { items } = schedulePlan({ ...example, studyTime: week(60, 60, 60, 60, 60, 60, 60), examOn: today.add({ days: 60 }), practiceResults });
      return items.filter(({ kind }) => kind === 'practice').map(({ date }) => today.until(date, { largestUnit: 'days' }).days);
    };
    expect(practised(85)).toEqual([29, 43, 57]);
    expect(practised(50)).toEqual([0, 29, 43, 57]);
  });

  it('proposes the earliest comfortable exam date where there is none, and plans to it', () => {
    const plan = schedulePlan({ ...example, examOn: null });
    // 240 minutes are four fifths of 300, which are free before Saturday and its buffer of a day.
    expect([plan.examOn.toString(), plan.isExamProposed, plan.feasible]).toEqual(['2026-03-09', true, true]);
    expect(schedulePlan({ ...example, examOn: plan.examOn }).items).toEqual(plan.items);
  });

  it('places nothing in a break or on a date without time, and takes a workshop off its day', () => {
    const studyTime = { ...example.studyTime, exceptions: { '2026-03-03': 0, '2026-03-06': 90 }, breaks: [{ fromOn: '2026-03-09', toOn: '2026-03-15' }] };
    const plan = schedulePlan({ ...example, studyTime, hardDates: [{ date: Temporal.PlainDate.from('2026-03-05'), minutes: 45 }] });
    expect(plan.availableMinutes).toBe(60 + 60 + 15 + 90 + 60);
    expect(new Set(plan.items.map(({ date }) => date.toString()))).not.toContain('2026-03-03');
  });

  it('keeps what was pinned where it is, and counts it for its skill', () => {
    const pinned = [{ id: 'x', date: today.add({ days: 4 }), kind: 'study' as const, title: 'Versions', skillId: 'a', projectId: null, minutes: 90 }];
    const plan = schedulePlan({ ...example, pinned });
    expect(plan).toMatchObject({ neededMinutes: 240, availableMinutes: 690 });
    expect(plan.items.filter(({ pinnedId }) => pinnedId !== null)).toEqual([{ ...pinned[0], id: undefined, pinnedId: 'x', position: 0 }]);
    expect(sum(plan.items.filter(({ skillId, kind }) => skillId === 'a' && kind === 'study'))).toBe(120);
  });

  it('begins no skill before the one it needs, whatever the phases or the gains say', () => {
    const [a, b] = example.skills;
    const skills = [{ ...a!, afterIds: ['b'] }, b!];
    for (const gains of [undefined, { a: 9, b: 1 }]) {
      const study = schedulePlan({ ...example, skills, ...(gains && { gains }) }).items.filter(({ kind }) => kind === 'study');
      expect(study.map(({ skillId }) => skillId).join('')).toMatch(/^b+a+$/);
    }
  });

  it('learns first what gains most where that is asked', () => {
    const plan = schedulePlan({ ...example, gains: { a: 2, b: 5 } });
    expect(plan.items.find(isNeeded)).toMatchObject({ skillId: 'b' });
    expect(schedulePlan(example).items.find(isNeeded)).toMatchObject({ skillId: 'a' });
  });

  it('spreads what was missed over the days ahead, with no day full of it', () => {
    const phases = [
      { title: 'Learn', summary: '', sharePercent: 25, focus: ['a', 'b'] },
      { title: 'Build', summary: '', sharePercent: 75, focus: ['p'] },
    ];
    const plan = schedulePlan({
      ...example,
      phases,
      studyTime: week(120, 120, 120, 120, 120, 120, 120),
      today: today.add({ days: 6 }),
      startedOn: today,
      examOn: today.add({ days: 20 }),
    });
    const days = new Map<string, number>();
    for (const { date, minutes } of plan.items.filter(isNeeded)) days.set(date.toString(), (days.get(date.toString()) ?? 0) + minutes);
    expect(Math.max(...days.values())).toBeLessThanOrEqual(40);
  });

  it('divides what is a little more than the longest session into two that one can sit down for', () => {
    const project = { id: 'p0', title: 'Project', effortMinutes: 121, skillIds: [] };
    const { items } = schedulePlan({
      ...example,
      skills: [],
      projects: [project],
      phases: [],
      studyTime: week(0, 242, 0, 0, 0, 0, 0),
      examOn: today.add({ days: 2 }),
    });
    expect(items.filter(isNeeded).map(({ minutes }) => minutes)).toEqual([101, 20]);
  });

  it('of half a year and forty skills is whole', () => {
    const skills = Array.from({ length: 40 }, (_, i) => ({ id: `s${i}`, title: `Skill ${i}`, weightPercent: 2.5, effortMinutes: 240 }));
    const plan = schedulePlan({ ...example, skills, projects: [], phases: [], studyTime: week(60, 60, 60, 60, 60, 120, 0), examOn: today.add({ days: 180 }) });
    expect(plan.feasible).toBe(true);
    expect(new Set(plan.items.flatMap(({ skillId }) => skillId ?? [])).size).toBe(40);
  });
});
