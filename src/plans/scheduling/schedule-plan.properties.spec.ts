import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { assertProperty } from '../../../test/support/property.js';
import { minutesOn, type StudyTime } from '../../enrollments/study-time.js';
import type { WayOut } from '../plans.contract.js';
import { schedulePlan, type PlanInput } from './schedule-plan.js';

const today = Temporal.PlainDate.from('2026-03-02');
const on = (day: number) => today.add({ days: day });
const sum = (items: readonly { minutes: number }[]) => items.reduce((total, { minutes }) => total + minutes, 0);
const isNeeded = ({ kind }: { kind: string }) => kind === 'study' || kind === 'project';
const isSoft = ({ pinnedId }: { pinnedId: string | null }) => pinnedId === null;

const dayMinutes = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 300 }));
const studyTime: fc.Arbitrary<StudyTime> = fc.record({
  weeklyMinutes: fc.array(dayMinutes, { minLength: 7, maxLength: 7 }),
  exceptions: fc.dictionary(
    fc.nat(60).map((day) => on(day).toString()),
    dayMinutes,
    { maxKeys: 6 },
  ),
  breaks: fc.array(
    fc.record({ from: fc.nat(60), days: fc.nat(15) }).map(({ from, days }) => ({ fromOn: on(from).toString(), toOn: on(from + days).toString() })),
    { maxLength: 2 },
  ),
});
const shown = { maxLength: 3 };
const raw = fc.record({
  skills: fc.array(
    fc.record({
      weightPercent: fc.integer({ min: 1, max: 50 }),
      effortMinutes: fc.integer({ min: 1, max: 900 }),
      after: fc.array(fc.nat(11), { maxLength: 2 }),
    }),
    { maxLength: 12 },
  ),
  projects: fc.array(fc.record({ effortMinutes: fc.integer({ min: 1, max: 600 }), shows: fc.array(fc.nat(11), shown) }), { maxLength: 4 }),
  shares: fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 4 }),
  studyTime,
  days: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 120 }) }, { weight: 1, arbitrary: fc.constant(null) }),
  began: fc.nat(30),
  loggedTodayMinutes: fc.nat(200),
  done: fc.array(fc.nat(400), { maxLength: 12 }),
  held: fc.array(fc.record({ stability: fc.integer({ min: 1, max: 90 }), ago: fc.nat(40) }), { maxLength: 12 }),
  practised: fc.array(fc.record({ ago: fc.nat(40), percent: fc.integer({ min: 0, max: 100 }) }), { maxLength: 2 }),
  pinned: fc.array(
    fc.record({ day: fc.nat(70), minutes: fc.integer({ min: 20, max: 150 }), skill: fc.nat(11), kind: fc.constantFrom('study' as const, 'review' as const) }),
    {
      maxLength: 4,
    },
  ),
  hard: fc.array(fc.record({ day: fc.nat(70), minutes: fc.integer({ min: 30, max: 400 }) }), { maxLength: 3 }),
  mostMinutesADay: fc.constantFrom(undefined, 60, 180),
  shortestSession: fc.constantFrom(10, 20, 20, 45),
  gains: fc.option(fc.array(fc.nat(20), { minLength: 12, maxLength: 12 }), { nil: undefined }),
});

const planInput: fc.Arbitrary<PlanInput> = raw.map(
  ({ skills, projects, shares, days, began, done, held, practised, pinned, hard, mostMinutesADay, shortestSession, gains, ...rest }) => {
    // A skill may need those before it alone, so that no circle comes to be.
    const known = skills.map(({ after, ...skill }, i) => ({
      ...skill,
      id: `s${i}`,
      title: `Skill ${i}`,
      afterIds: after.filter((n) => n < i).map((n) => `s${n}`),
    }));
    const all = shares.reduce((total, share) => total + share, 0);
    const isKnown = (n: number) => n < known.length;
    return {
      ...rest,
      skills: known,
      projects: projects.map(({ effortMinutes, shows }, i) => ({
        id: `p${i}`,
        title: `Project ${i}`,
        effortMinutes,
        skillIds: shows.filter(isKnown).map((n) => `s${n}`),
      })),
      phases: shares.map((share, i) => ({
        title: `Phase ${i}`,
        summary: '',
        sharePercent: (share / all) * 100,
        focus: known.filter((_, n) => n % shares.length === i).map(({ id }) => id),
      })),
      doneMinutes: Object.fromEntries(done.map((minutes, i) => [`s${i}`, minutes])),
      memories: Object.fromEntries(held.map(({ stability, ago }, i) => [`s${i}`, { stability, difficulty: 5, lastOn: today.subtract({ days: ago }) }])),
      practiceResults: practised.map(({ ago, percent }) => ({ on: today.subtract({ days: ago }), percent })),
      finishedProjectIds: projects.length > 1 ? ['p0'] : [],
      pinned: pinned
        .filter(({ skill }) => isKnown(skill))
        .map(({ day, minutes, skill, kind }, i) => ({ id: `x${i}`, date: on(day), kind, title: 'By hand', skillId: `s${skill}`, projectId: null, minutes })),
      hardDates: hard.map(({ day, minutes }) => ({ date: on(day), minutes })),
      pace: { shortestSession, ...(mostMinutesADay !== undefined && { mostMinutesADay }) },
      ...(gains && { gains: Object.fromEntries(gains.map((gain, i) => [`s${i}`, gain])) }),
      today,
      examOn: days === null ? null : on(days),
      startedOn: today.subtract({ days: began }),
    };
  },
);

const holds = (property: (input: PlanInput) => void, ...found: PlanInput[]) =>
  assertProperty(fc.property(planInput, property), { examples: found.map((input): [PlanInput] => [input]) });

/** The same learner with less time: some weekday, dates, or a break more. */
const lessTime = fc
  .record({
    weekday: fc.nat(6),
    off: fc.integer({ min: 1, max: 300 }),
    date: fc.nat(60),
    from: fc.nat(60),
    days: fc.nat(10),
    how: fc.constantFrom('week', 'date', 'break'),
  })
  .map(({ weekday, off, date, from, days, how }) => (time: StudyTime): StudyTime => {
    const text = on(date).toString();
    if (how === 'week') return { ...time, weeklyMinutes: time.weeklyMinutes.map((minutes, i) => (i === weekday ? Math.max(0, minutes - off) : minutes)) };
    if (how === 'date') return { ...time, exceptions: { ...time.exceptions, [text]: Math.max(0, minutesOn({ ...time, breaks: [] }, text) - off) } };
    return { ...time, breaks: [...time.breaks, { fromOn: on(from).toString(), toOn: on(from + days).toString() }] };
  });

/** Has studied all of today's time, and the exam is tomorrow: more minutes today are enough. */
const loggedAwayToday: PlanInput = {
  ...{ skills: [], phases: [], doneMinutes: {}, finishedProjectIds: [], today, examOn: on(1), loggedTodayMinutes: 1, pace: { mostMinutesADay: 180 } },
  projects: [{ id: 'p0', title: 'Project 0', effortMinutes: 1, skillIds: [] }],
  studyTime: { weeklyMinutes: [1, 1, 0, 1, 0, 0, 1], exceptions: {}, breaks: [] },
};

/** The plan's input once the learner takes a way out, as the what-if does: minutes are changed in the usual week. */
function taken(way: WayOut, given: PlanInput): PlanInput {
  const inWeek = (minutesOf: (minutes: number, weekday: number) => number) => {
    const weeklyMinutes = given.studyTime.weeklyMinutes.map((minutes, i) => Math.min(960, minutesOf(minutes, i + 1)));
    return { ...given, studyTime: { ...given.studyTime, weeklyMinutes } };
  };
  const rest = <T extends { id: string }>(parts: readonly T[], partIds: readonly string[]) => parts.filter(({ id }) => !partIds.includes(id));
  switch (way.kind) {
    case 'move-exam':
      return { ...given, examOn: Temporal.PlainDate.from(way.examOn) };
    case 'study-more':
      return inWeek((minutes) => minutes && minutes + way.minutesMore);
    case 'raise-limit': {
      const raised = inWeek((minutes) => (way.isWeekToo && minutes > 0 ? Math.max(minutes, way.minutesADay) : minutes));
      return { ...raised, pace: { ...given.pace, mostMinutesADay: way.minutesADay } };
    }
    case 'open-days':
      return inWeek((minutes, weekday) => (way.weekdays.includes(weekday) ? way.minutesEach : minutes));
    case 'leave-out':
      return { ...given, skills: rest(given.skills, way.partIds), projects: rest(given.projects, way.partIds) };
  }
}

describe('every plan', () => {
  it('never fills a day beyond its minutes, nor lies before today, on a rest day, in a break, or on the exam day and after', () => {
    holds((given) => {
      const plan = schedulePlan(given);
      const [first, exam] = [today.toString(), plan.examOn.toString()];
      const perDay = new Map<string, number>();
      for (const { date, minutes } of plan.items.filter(isSoft)) perDay.set(date.toString(), (perDay.get(date.toString()) ?? 0) + minutes);
      const isWrong = ([text, minutes]: [string, number]) => {
        const usual = Math.min(minutesOn(given.studyTime, text), given.pace?.mostMinutesADay ?? Infinity);
        const fixed = sum([...(given.pinned ?? []), ...(given.hardDates ?? [])].filter(({ date }) => date.toString() === text));
        const logged = text === first ? (given.loggedTodayMinutes ?? 0) : 0;
        return text < first || text >= exam || minutes + fixed > usual - logged;
      };
      expect([...perDay].filter(isWrong)).toEqual([]);
    });
  });

  it('places every needed minute, by itself or by what is pinned, or reports it missing: for each skill and project, and in sum', () => {
    holds((given) => {
      const { items, neededMinutes, missingMinutes, examOn } = schedulePlan(given);
      const parts = [...given.skills, ...given.projects.filter(({ id }) => !given.finishedProjectIds.includes(id))];
      let missing = 0;
      for (const { id, effortMinutes } of parts) {
        const needed = Math.max(0, effortMinutes - (given.doneMinutes[id] ?? 0));
        const of = items.filter((item) => isNeeded(item) && (item.skillId ?? item.projectId) === id);
        const pinned = Math.min(needed, sum(of.filter((item) => !isSoft(item) && Temporal.PlainDate.compare(item.date, examOn) < 0)));
        const left = needed - pinned - sum(of.filter(isSoft));
        expect(left).toBeGreaterThanOrEqual(0);
        missing += left;
      }
      expect(missing).toBe(missingMinutes);
      expect(neededMinutes).toBe(parts.reduce((total, { id, effortMinutes }) => total + Math.max(0, effortMinutes - (given.doneMinutes[id] ?? 0)), 0));
    });
  });

  it('begins a skill only once all that the planner places of those it needs is behind, and goes from one skill to the next', () => {
    holds((given) => {
      const study = schedulePlan(given).items.filter((item) => item.kind === 'study' && isSoft(item));
      const lastAt = new Map(study.map(({ skillId }, i) => [skillId, i]));
      const firstAt = new Map(study.map(({ skillId }, i) => [skillId, i] as const).toReversed());
      for (const { id, afterIds = [] } of given.skills)
        for (const before of afterIds) expect(lastAt.get(before) ?? -1).toBeLessThan(firstAt.get(id) ?? Infinity);
      for (const [id, last] of lastAt) expect(study.filter(({ skillId }) => skillId === id)).toHaveLength(last - (firstAt.get(id) ?? 0) + 1);
    });
  });

  it('gives pinned items back as they came', () => {
    holds((given) => {
      const pinned = schedulePlan(given).items.filter((item) => !isSoft(item));
      const untouched = pinned.map(({ pinnedId, position: _, ...item }) => ({ ...item, id: pinnedId }));
      expect(new Set(untouched.map((item) => JSON.stringify(item, Object.keys(item).sort())))).toEqual(
        new Set((given.pinned ?? []).map((item) => JSON.stringify(item, Object.keys(item).sort()))),
      );
    });
  });

  it('has sessions of at most two hours, and none that is no time at all', () => {
    holds((given) => {
      expect(schedulePlan(given).items.filter((item) => isSoft(item) && (item.minutes <= 0 || item.minutes > 120))).toEqual([]);
    });
  });

  it('leaves no session under the shortest there may be where there is time', () => {
    holds((given) => {
      const shortest = given.pace?.shortestSession ?? 20;
      const atLeast = (minutes: number) => minutes && Math.max(minutes, 2 * shortest + 5);
      const { exceptions } = given.studyTime;
      const roomy: PlanInput = {
        ...given,
        studyTime: {
          ...given.studyTime,
          weeklyMinutes: given.studyTime.weeklyMinutes.map(atLeast),
          exceptions: Object.fromEntries(Object.entries(exceptions).map(([date, minutes]) => [date, atLeast(minutes)])),
        },
        skills: given.skills.map((skill) => ({ ...skill, effortMinutes: Math.max(skill.effortMinutes, shortest) })),
        projects: given.projects.map((project) => ({ ...project, effortMinutes: Math.max(project.effortMinutes, shortest) })),
        pace: { shortestSession: shortest, mostMinutesADay: Math.max(given.pace?.mostMinutesADay ?? 960, 2 * shortest + 5) },
        // A short last phase can be tight however long the plan is; what is pinned or was done leaves crumbs of its own.
        phases: [],
        pinned: [],
        hardDates: [],
        doneMinutes: {},
        loggedTodayMinutes: 0,
      };
      const { items, neededMinutes, availableMinutes } = schedulePlan(roomy);
      if (availableMinutes < 2 * neededMinutes) return;
      expect(items.filter((item) => isNeeded(item) && item.minutes < shortest)).toEqual([]);
    });
  });

  it('of which parts are left out is the plan of a level without them', () => {
    assertProperty(
      fc.property(planInput, fc.array(fc.constantFrom<string>('s0', 's1', 's4', 'p0', 'p1'), { maxLength: 3 }), (given, leftOutIds) => {
        const rest = <T extends { id: string }>(parts: readonly T[]) => parts.filter(({ id }) => !leftOutIds.includes(id));
        const without = { ...given, skills: rest(given.skills), projects: rest(given.projects) };
        expect(schedulePlan({ ...given, leftOutIds })).toEqual(schedulePlan(without));
      }),
    );
  });

  it('ends new work before its buffer', () => {
    holds((given) => {
      const { items, bufferDays, examOn } = schedulePlan(given);
      const end = examOn.subtract({ days: bufferDays }).toString();
      expect(items.filter((item) => isNeeded(item) && isSoft(item) && item.date.toString() >= end)).toEqual([]);
    });
  });

  it('is the same for the same input, and for its own proposal of a date, and numbers the items of each day from 0', () => {
    holds((given) => {
      const plan = schedulePlan(given);
      expect(schedulePlan(given)).toEqual(plan);
      expect(schedulePlan({ ...given, examOn: plan.examOn })).toEqual({ ...plan, isExamProposed: false });
      const places = plan.items.map(({ date, position }) => ({ date: date.toString(), position }));
      expect(places.filter(({ date, position }, i) => position !== (date === places[i - 1]?.date ? (places[i - 1]?.position ?? 0) + 1 : 0))).toEqual([]);
    });
  });

  it('never finishes earlier with less time: nor needs, has or proposes better', () => {
    const later = (one: Temporal.PlainDate | null, other: Temporal.PlainDate | null) =>
      expect(one === null || (other !== null && Temporal.PlainDate.compare(one, other) >= 0)).toBe(true);
    assertProperty(
      fc.property(planInput, lessTime, (given, take) => {
        const less = { ...given, studyTime: take(given.studyTime) };
        const [one, other] = [schedulePlan(less), schedulePlan(given)];
        if (given.examOn === null) return later(one.examOn, other.examOn);
        later(one.earliestFinishOn, other.earliestFinishOn);
        expect(one.neededMinutes).toBe(other.neededMinutes);
        expect(one.missingMinutes).toBeGreaterThanOrEqual(other.missingMinutes);
        expect(one.spareMinutes).toBeLessThanOrEqual(other.spareMinutes);
        expect(one.bufferDays).toBeLessThanOrEqual(other.bufferDays);
        const examOn = (plan: typeof one) => plan.waysOut.flatMap((way) => (way.kind === 'move-exam' ? Temporal.PlainDate.from(way.examOn) : []))[0];
        const [moved, movedLess] = [examOn(other), examOn(one)];
        if (moved && movedLess) later(movedLess, moved);
      }),
    );
  });

  it('that does not fit says ways out that hold: with each of them it does', () => {
    holds((given) => {
      const { waysOut, examOn, missingMinutes } = schedulePlan(given);
      for (const way of waysOut) {
        expect(way.effect.missingMinutes).toBe(0);
        if (way.kind === 'leave-out') expect(way.minutes).toBeGreaterThanOrEqual(missingMinutes);
        expect([way.kind, schedulePlan(taken(way, { ...given, examOn })).feasible]).toEqual([way.kind, true]);
      }
    }, loggedAwayToday);
  });

  it('asks for no more minutes than it needs, and for a higher limit only where the limit leaves no room to study more', () => {
    holds((given) => {
      const { waysOut, examOn } = schedulePlan(given);
      const isFeasible = (way: WayOut, pace = given.pace) => schedulePlan({ ...taken(way, { ...given, examOn }), ...(pace && { pace }) }).feasible;
      for (const way of waysOut) {
        if (way.kind === 'study-more') expect([way.kind, isFeasible({ ...way, minutesMore: way.minutesMore - 5 })]).toEqual([way.kind, false]);
        if (way.kind !== 'raise-limit') continue;
        expect([way.kind, isFeasible({ ...way, minutesADay: Math.max(way.limitMinutes, way.minutesADay - 5) })]).toEqual([way.kind, false]);
        const longest: WayOut = { kind: 'study-more', minutesMore: 960, days: 0, effect: way.effect };
        expect([way.kind, isFeasible(longest)]).toEqual([way.kind, false]);
      }
    }, loggedAwayToday);
  });
});
