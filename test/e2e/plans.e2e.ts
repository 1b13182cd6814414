import { Temporal } from 'temporal-polyfill';
import { readCertification } from '../../src/curriculum/curriculum.contract.js';
import { changeAvailability, changeExamDate, changePace } from '../../src/enrollments/enrollments.contract.js';
import { WEEKDAYS, type Availability } from '../../src/enrollments/enrollments.contract.js';
import { readPlan, type Plan } from '../../src/plans/plans.contract.js';
import { startDaymark } from '../support/daymark.js';
import { EVENINGS, type Learner } from '../support/people.js';

const minutesByDate = ({ items }: Plan) => {
  const days = new Map<string, number>();
  for (const { date, minutes } of items) days.set(date, (days.get(date) ?? 0) + minutes);
  return days;
};
const availableOn = (date: string, week: Availability) => week[WEEKDAYS[Temporal.PlainDate.from(date).dayOfWeek - 1] ?? 'monday'];
const moveExam = (learner: Learner, examOn: string) => learner.call(changeExamDate, { params: { enrollmentId: learner.enrollmentId }, body: { examOn } });

describe('a plan', () => {
  const daymark = startDaymark({ worker: true });
  beforeEach(() => daymark.clock.setTo('2026-03-02T09:00:00Z'));

  it('covers every skill and project within availability, before the exam', async () => {
    const learner = await daymark.learner();
    const plan = await learner.plan();
    const { levels } = await learner.call(readCertification, { params: { slug: 'certified-mlops-engineer' } });
    const foundation = levels.find(({ id }) => id === learner.enrollment.level.id);

    expect(plan).toMatchObject({ feasible: true, missingMinutes: 0, basis: 'estimate', release: 1, today: '2026-03-02', waysOut: [] });
    expect(new Set(plan.items.flatMap(({ skillId }) => skillId ?? []))).toEqual(new Set(foundation?.skills.map(({ id }) => id)));
    expect(new Set(plan.items.flatMap(({ projectId }) => projectId ?? []))).toEqual(new Set(foundation?.projects.map(({ id }) => id)));
    for (const [date, minutes] of minutesByDate(plan)) {
      expect([date, date >= '2026-03-02' && date < '2026-04-01']).toEqual([date, true]);
      expect([date, minutes <= availableOn(date, EVENINGS)]).toEqual([date, true]);
    }
  });

  it("is shaped by the level's guidance for the days there are", async () => {
    const plan = await (await daymark.learner()).plan();
    expect(plan.template).toBe('thirty-days');
    expect(plan.phases[0]?.from).toBe('2026-03-02');
    expect(plan.phases.at(-1)?.to).toBe('2026-03-31');
  });

  it('is there the moment after enrolling, and the same for two who ask at once', async () => {
    const learner = await daymark.learner();
    const [one, other] = await Promise.all([learner.plan(), learner.plan()]);
    expect(one.items.length).toBeGreaterThan(10);
    expect(other).toEqual(one);
    const rows = await daymark.database.query<object[]>('select 1 from plan_item where enrollment_id = $1', [learner.enrollmentId]);
    expect(rows).toHaveLength(one.items.length);
  });

  it('says too little time in numbers, with what would fix it', async () => {
    const tight: Availability = { ...EVENINGS, monday: 30, tuesday: 30, wednesday: 30, thursday: 30, saturday: 0 };
    const plan = await (await daymark.learner({ examOn: '2026-03-16', availability: tight })).plan();
    expect(plan.feasible).toBe(false);
    expect(plan.availableMinutes).toBe(240);
    expect(plan.missingMinutes).toBe(plan.neededMinutes - plan.availableMinutes);
    expect(plan.waysOut.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['study-more', 'move-exam']));
    for (const way of plan.waysOut) if (way.kind === 'move-exam') expect(way.examOn > '2026-03-16').toBe(true);
  });

  it('says where the limit of a day that the learner set is what leaves no room to study more', async () => {
    const learner = await daymark.learner({ examOn: '2026-03-23' });
    await learner.call(changePace, { params: { enrollmentId: learner.enrollmentId }, body: { mostMinutesADay: 20, shortestSessionMinutes: 20 } });
    const { feasible, waysOut } = await learner.plan();
    expect(feasible).toBe(false);
    expect(waysOut.some(({ kind }) => kind === 'study-more')).toBe(false);
    expect(waysOut[0]).toMatchObject({ kind: 'raise-limit', limitMinutes: 20, effect: { missingMinutes: 0 } });
  });

  it('is done where something was logged for it, or for its skill on its date', async () => {
    const learner = await daymark.learner();
    const [first] = (await learner.plan()).items;
    if (!first) throw new Error('The plan is empty');
    await learner.logs({ date: '2026-03-02', minutes: first.minutes, skillId: first.skillId, projectId: first.projectId, planItemId: first.id });
    expect((await learner.plan()).items[0]).toEqual({ ...first, loggedMinutes: first.minutes, state: 'done' });
  });

  it('follows a moved exam, and keeps what was done', async () => {
    const learner = await daymark.learner();
    const [first] = (await learner.plan()).items;
    if (!first) throw new Error('The plan is empty');
    await learner.logs({ date: '2026-03-02', minutes: first.minutes, skillId: first.skillId, planItemId: first.id });
    await moveExam(learner, '2026-05-15');
    const plan = await learner.plan();
    expect(plan).toMatchObject({ examOn: '2026-05-15', template: 'thirty-days', feasible: true });
    expect(plan.items).toContainEqual({ ...first, loggedMinutes: first.minutes, state: 'done' });
    expect(plan.items.at(-1)?.date.localeCompare('2026-04-01')).toBe(1);
  });

  it('follows a changed week', async () => {
    const learner = await daymark.learner();
    await learner.plan();
    const week: Availability = { ...EVENINGS, monday: 0, sunday: 180 };
    await learner.call(changeAvailability, { params: { enrollmentId: learner.enrollmentId }, body: week });
    for (const [date, minutes] of minutesByDate(await learner.plan())) expect([date, minutes <= availableOn(date, week)]).toEqual([date, true]);
  });

  it('takes a proposed exam date along with another week, and leaves a chosen one where it is', async () => {
    const learner = await daymark.learner();
    const params = { enrollmentId: learner.enrollmentId };
    const week = (availability: Availability) => learner.call(changeAvailability, { params, body: availability });
    const twice = Object.fromEntries(Object.entries(EVENINGS).map(([day, minutes]) => [day, minutes * 2])) as Availability;
    const { examOn: proposed } = await learner.call(changeExamDate, { params, body: { examOn: null } });
    await learner.plan();
    await week(twice);
    expect(await learner.plan()).toMatchObject({ feasible: true });
    const sooner = await learner.reads();
    expect(sooner.examOn < proposed).toBe(true);
    expect([sooner.examDateIsProposed, (await learner.plan()).examOn]).toEqual([true, sooner.examOn]);
    await week({ ...EVENINGS, monday: 20, tuesday: 0, wednesday: 0, thursday: 0 });
    expect(await learner.plan()).toMatchObject({ feasible: true });
    expect((await learner.reads()).examOn > sooner.examOn).toBe(true);
    await moveExam(learner, '2026-04-01');
    await learner.plan();
    await week(twice);
    await learner.plan();
    expect(await learner.reads()).toMatchObject({ examOn: '2026-04-01', examDateIsProposed: false });
  });

  it('says what is left at this moment: a log takes from what is needed and from the time of its day', async () => {
    const learner = await daymark.learner();
    const before = await learner.plan();
    const item = before.items.find(({ date }) => date === before.today);
    await learner.logs({ date: before.today, minutes: 20, skillId: item?.skillId ?? null, planItemId: item?.id ?? null });
    const after = await learner.plan();
    expect([after.neededMinutes, after.availableMinutes]).toEqual([before.neededMinutes - 20, before.availableMinutes - 20]);
    expect(after.items.map(({ id }) => id)).toEqual(before.items.map(({ id }) => id));
  });

  it('plans again from today what was missed, and leaves it in sight', async () => {
    const learner = await daymark.learner();
    const before = await learner.plan();
    daymark.clock.setTo('2026-03-06T09:00:00Z');
    const after = await learner.plan();
    const missed = after.items.filter(({ date }) => date < '2026-03-06');
    expect(missed.map(({ id }) => id)).toEqual(before.items.filter(({ date }) => date < '2026-03-06').map(({ id }) => id));
    expect(new Set(missed.map(({ state }) => state))).toEqual(new Set(['missed']));
    expect(after.neededMinutes).toBe(before.neededMinutes);
    expect(after.availableMinutes).toBeLessThan(before.availableMinutes);
  });

  it('stays as it is while nothing of it was missed', async () => {
    const learner = await daymark.learner();
    const before = await learner.plan();
    const ofToday = before.items.filter(({ date }) => date === '2026-03-02');
    for (const { id, minutes, skillId, projectId } of ofToday) await learner.logs({ date: '2026-03-02', minutes, skillId, projectId, planItemId: id });
    daymark.clock.setTo('2026-03-03T09:00:00Z');
    expect((await learner.plan()).madeAt).toBe(before.madeAt);
  });

  it("is nobody else's to read", async () => {
    const [learner, stranger] = [await daymark.learner(), await daymark.learner()];
    expect(await stranger.refused(readPlan, { params: { enrollmentId: learner.enrollmentId } })).toMatchObject({ type: '/problems/not-found' });
  });
});

describe('the worker', () => {
  const daymark = startDaymark({ worker: true });

  it('makes the plan of an enrollment that nobody has looked at', async () => {
    const learner = await daymark.learner({ enrolled: false });
    await learner.enrolls();
    await until(async () => (await daymark.database.query<object[]>('select 1 from plan where enrollment_id = $1', [learner.enrollmentId])).length === 1);
  });

  it('plans again overnight for those who missed a day', async () => {
    const learner = await daymark.learner();
    const { madeAt } = await learner.plan();
    daymark.clock.setTo('2026-03-03T00:30:00Z');
    await daymark.signal('plan-made', learner.enrollmentId);
    expect((await learner.plan()).madeAt > madeAt).toBe(true);
  });
});

/** For what says no signal that can be waited for before its subject is known. */
async function until(holds: () => Promise<boolean>, withinMs = 5_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`It did not come to be within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
