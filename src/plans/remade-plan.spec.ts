import fc from 'fast-check';
import { assertProperty } from '../../test/support/property.js';
import type { LevelContent } from '../curriculum/level-content.js';
import type { OwnEnrollment } from '../enrollments/enrollments.service.js';
import { PACE_UNLESS_TOLD, type Pace } from '../enrollments/pace.contract.js';
import { daysBefore } from '../platform/time/local-date.js';
import { withStates, type StoredItem } from './item-state.js';
import type { PlanFacts } from './plan-facts.statement.js';
import { changesAnything, remadePlan, type RemadePlan } from './remade-plan.js';

const first = '2026-03-02';
const on = (day: number) => daysBefore(first, -day);
const level: LevelContent = {
  ...{
    levelId: 'l',
    levelSlug: 'l',
    title: 'Level',
    certificationSlug: 'c',
    certificationTitle: 'C',
    releaseId: 'r',
    releaseNumber: 1,
    retired: false,
    archived: false,
    open: true,
  },
  ...{ basis: 'estimate', templates: [], prerequisites: [] },
  skills: [200, 350, 90].map((effortMinutes, i) => ({ id: `s${i}`, slug: `s${i}`, title: `Skill ${i}`, weightPercent: 30, effortMinutes, afterIds: [] })),
  acceptance: {},
  projects: [{ id: 'p', slug: 'p', title: 'Project', effortMinutes: 150, skillIds: ['s0'] }],
};
const enrollment = (examDay: number): OwnEnrollment => ({
  ...{ id: 'e', learnerId: 'w', levelId: 'l', releaseId: 'r', state: 'active', startedOn: first, examOn: on(examDay), timeZone: 'UTC', revision: 1 },
  ...{ weeklyMinutes: [60, 60, 45, 60, 0, 120, 0], exceptions: {}, breaks: [], dayStartMinutes: 0, examDateIsProposed: false, pace: PACE_UNLESS_TOLD },
});
const nothing: PlanFacts = {
  plan: null,
  items: [],
  logged: [],
  finishedProjectIds: [],
  handedInProjectIds: [],
  leftOut: [],
  again: [],
  fixedDates: [],
  openProposalId: null,
  undoableProposalId: null,
  memories: [],
  practiceResults: [],
};
const plan = { release: 1, releaseId: 'r', enrollmentRevision: 1, madeAt: '2026-03-02T09:00:00Z', nextDueAt: null };

/** The facts once a plan was stored. */
const stored = (facts: PlanFacts, { changes, after }: RemadePlan): PlanFacts => {
  const changed = new Set([...changes.items.map(({ id }) => id), ...changes.goneIds]);
  const items = [...facts.items.filter(({ id }) => !changed.has(id)), ...changes.items];
  return { ...facts, plan: { ...plan, ...after.plan }, items: items.sort((a, b) => (a.date === b.date ? a.position - b.position : a.date < b.date ? -1 : 1)) };
};

const Life = fc.record({
  examDay: fc.integer({ min: 5, max: 60 }),
  today: fc.nat(20),
  /** Of the items up to today, in their order: minutes that were logged for it. */
  lived: fc.array(fc.constantFrom(0, 0, 20, 60, 120), { maxLength: 12 }),
  pin: fc.option(fc.record({ item: fc.nat(10), day: fc.nat(30) }), { nil: undefined }),
  /** Logged today by skill alone, of no item. */
  beside: fc.array(fc.record({ skill: fc.nat(2), minutes: fc.constantFrom(10, 30, 90) }), { maxLength: 3 }),
});
type Life = typeof Life extends fc.Arbitrary<infer Value> ? Value : never;

/** A learner who lived with their plan for a while, pinned something perhaps, and looks at it on a later day. */
function livedWith({ examDay, today, lived, pin, beside }: Life) {
  const mine = enrollment(Math.max(examDay, today + 1));
  const made = stored(nothing, remadePlan(mine, level, nothing, first));
  const planned = lived.flatMap((minutes, i) => {
    const item = made.items[i];
    return item && minutes > 0
      ? [{ date: item.date <= on(today) ? item.date : on(today), planItemId: item.id, skillId: item.skillId, projectId: item.projectId, minutes }]
      : [];
  });
  const logged = [...planned, ...beside.map(({ skill, minutes }) => ({ date: on(today), planItemId: null, skillId: `s${skill}`, projectId: null, minutes }))];
  const pinnedItem = pin && made.items.filter(({ date }) => date >= on(today))[pin.item];
  const items = made.items.map((item): StoredItem => (item === pinnedItem ? { ...item, date: on(today + (pin?.day ?? 0)), pinned: true } : item));
  return { mine, facts: { ...made, logged, items }, today: on(today) };
}

describe('a plan that is made again', () => {
  it('twice changes nothing the second time', () => {
    assertProperty(
      fc.property(Life, (life) => {
        const { mine, facts, today } = livedWith(life);
        const once = stored(facts, remadePlan(mine, level, facts, today));
        const twice = remadePlan(mine, level, once, today);
        expect(changesAnything(twice)).toBe(false);
        expect(twice.changes.goneIds).toEqual([]);
        expect(stored(once, twice).items).toEqual(once.items);
      }),
      { examples: [[{ examDay: 46, today: 5, lived: [0, 0, 0, 60], pin: undefined, beside: [] }]] },
    );
  });

  it('moves neither what is done, nor what is pinned, nor what lies before today', () => {
    assertProperty(
      fc.property(Life, (life) => {
        const { mine, facts, today } = livedWith(life);
        const after = new Map(stored(facts, remadePlan(mine, level, facts, today)).items.map((item) => [item.id, item]));
        for (const { state, loggedMinutes: _, ...item } of withStates(facts.items, facts.logged, today)) {
          const { date, minutes } = after.get(item.id) ?? {};
          if (item.date < today || (item.pinned && state !== 'done')) expect([date, minutes]).toEqual([item.date, item.minutes]);
          else if (state === 'done') expect([item.id, date]).toEqual([item.id, item.date < today ? item.date : today]);
        }
      }),
    );
  });

  it('goes as hard as the enrollment says, and as a what-if says instead', () => {
    const made = (pace: Pace, asked?: Pace) => remadePlan({ ...enrollment(60), pace }, level, nothing, first, asked && { pace: asked }).after.items;
    const mostADay = (items: readonly StoredItem[]) =>
      Math.max(...items.map(({ date }) => items.reduce((sum, each) => sum + (each.date === date ? each.minutes : 0), 0)));
    const gentle = { mostMinutesADay: 30, shortestSessionMinutes: 10 };
    expect(mostADay(made(gentle))).toBe(30);
    const shortest = (pace: Pace) => Math.min(...made(pace).flatMap(({ kind, minutes }) => (kind === 'study' ? minutes : [])));
    expect(shortest({ mostMinutesADay: null, shortestSessionMinutes: 40 })).toBeGreaterThan(shortest(PACE_UNLESS_TOLD));
    expect(mostADay(made(gentle, PACE_UNLESS_TOLD))).toBeGreaterThan(30);
    expect(made(PACE_UNLESS_TOLD, gentle).map(({ minutes }) => minutes)).toEqual(made(gentle).map(({ minutes }) => minutes));
  });
});
