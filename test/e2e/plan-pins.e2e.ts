import { changeExamDate } from '../../src/enrollments/enrollments.contract.js';
import { readLocks } from '../../src/plans/locks.contract.js';
import { addFixedDate, changeFixedDate, listFixedDates, movePlanItem, removeFixedDate, unpinPlanItem } from '../../src/plans/pins/pins.contract.js';
import type { Plan } from '../../src/plans/plans.contract.js';
import { listPlanProposals, undoPlanProposal } from '../../src/plans/proposals/proposals.contract.js';
import { startDaymark } from '../support/daymark.js';
import { evidenceOf } from '../support/evidence.js';
import type { Learner } from '../support/people.js';

const where = ({ enrollmentId }: Learner) => ({ params: { enrollmentId } });
const of = ({ enrollmentId }: Learner, itemId: string) => ({ params: { enrollmentId, itemId } });
const minutesOf = ({ items }: Plan, date: string) => items.filter((item) => item.date === date).reduce((sum, { minutes }) => sum + minutes, 0);
const studyOf = ({ items }: Plan) => items.filter(({ kind, state }) => kind === 'study' && state === 'open');

describe('an item of the plan', () => {
  const daymark = startDaymark();
  beforeEach(() => daymark.clock.setTo('2026-03-02T09:00:00Z'));
  const move = (learner: Learner, id: string, date: string, pinned = true) => learner.call(movePlanItem, { ...of(learner, id), body: { date, pinned } });
  const refused = (learner: Learner, id: string, date: string, pinned = true) => learner.refused(movePlanItem, { ...of(learner, id), body: { date, pinned } });

  it('that is pinned to a date stays there, and the rest of the plan makes room', async () => {
    const learner = await daymark.learner();
    const before = await learner.plan();
    const item = studyOf(before)[1]!;
    const plan = await move(learner, item.id, '2026-03-28');
    expect(plan.items.find(({ id }) => id === item.id)).toMatchObject({ date: '2026-03-28', pinned: true, minutes: item.minutes });
    expect(minutesOf(plan, '2026-03-28')).toBeLessThanOrEqual(120);
    expect([plan.neededMinutes, plan.missingMinutes]).toEqual([before.neededMinutes, 0]);
    const work = plan.items.filter(({ kind }) => kind === 'study' || kind === 'project');
    expect(work.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(before.neededMinutes);

    await learner.call(changeExamDate, { ...where(learner), body: { examOn: '2026-05-15' } });
    const later = await learner.plan();
    expect(later.items.find(({ id }) => id === item.id)).toMatchObject({ date: '2026-03-28', pinned: true, minutes: item.minutes });
  });

  it('is unpinned where it stands, and what was done by hand is undone whole', async () => {
    const learner = await daymark.learner();
    const before = await learner.plan();
    const item = studyOf(before)[0]!;
    await move(learner, item.id, '2026-03-10');
    const loose = await learner.call(unpinPlanItem, of(learner, item.id));
    expect(loose.items.find(({ id }) => id === item.id)).toMatchObject({ date: '2026-03-10', pinned: false });
    await move(learner, item.id, '2026-03-11');
    const changes = await learner.call(listPlanProposals, where(learner));
    expect((await learner.plan()).undoableProposalId).toBe(changes.items[0]?.id);
    expect(changes.items.map(({ reason, state, made }) => [reason, state, made.by?.id])).toEqual([
      ['by-hand', 'accepted', learner.id],
      ['by-hand', 'accepted', learner.id],
    ]);
    for (const { id } of changes.items) await learner.call(undoPlanProposal, { params: { enrollmentId: learner.enrollmentId, proposalId: id } });
    expect((await learner.plan()).items).toEqual(before.items);
  });

  it('that is pinned where it stands changes nothing else', async () => {
    const learner = await daymark.learner({ examOn: '2026-05-20' });
    const before = await learner.plan();
    const shape = ({ items }: Plan) => items.map(({ id, date, position, minutes, title }) => `${id} ${date} ${position} ${minutes} ${title}`);
    for (const item of studyOf(before).filter((_, i) => i % 3 === 1)) {
      const plan = await move(learner, item.id, item.date);
      expect(plan.items.find(({ id }) => id === item.id)).toMatchObject({ pinned: true });
      expect(shape(plan)).toEqual(shape(before));
    }
  });

  it('that is pinned elsewhere is counted as the part that it is then', async () => {
    const learner = await daymark.learner();
    const [first, second] = studyOf(await learner.plan());
    expect([first!.skillId, first!.title]).toEqual([second!.skillId, expect.stringMatching(/, part 1 of \d+$/)]);
    const { items } = await move(learner, first!.id, '2026-03-28');
    const parts = items.filter(({ skillId, kind }) => skillId === first!.skillId && kind === 'study').map(({ title }) => title);
    expect(parts).toEqual(parts.map((_, i) => `${first!.title.replace(/, part.*/, '')}, part ${i + 1} of ${parts.length}`));
    expect(items.find(({ id }) => id === first!.id)!.title).toBe(parts.at(-1));
  });

  it('goes without a pin where there is room', async () => {
    const learner = await daymark.learner({ examOn: '2026-05-15' });
    const before = await learner.plan();
    const item = studyOf(before)[0]!;
    const full = before.items.find(
      (other) => minutesOf(before, other.date) + item.minutes > 60 && other.date !== item.date && new Date(other.date).getUTCDay() !== 6,
    )!;
    expect(await refused(learner, item.id, full.date, false)).toMatchObject({ type: '/problems/day-has-no-time' });
    const free = ['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-07', '2026-03-10', '2026-03-14', '2026-03-21'];
    const roomy = free.find((date) => minutesOf(before, date) + item.minutes <= (new Date(date).getUTCDay() === 6 ? 120 : 60))!;
    const plan = await move(learner, item.id, roomy, false);
    expect(plan.items.find(({ id }) => id === item.id)).toMatchObject({ date: roomy, pinned: false });
    expect(plan.items).toHaveLength(before.items.length);
  });

  it('does not go to a day without time, to the exam or after it, or to the past', async () => {
    const learner = await daymark.learner();
    const { id } = studyOf(await learner.plan())[0]!;
    expect(await refused(learner, id, '2026-03-06')).toMatchObject({ type: '/problems/day-has-no-time', detail: expect.stringContaining('without study') });
    expect(await refused(learner, id, '2026-04-01')).toMatchObject({ type: '/problems/day-not-plannable', before: '2026-04-01' });
    expect(await refused(learner, id, '2026-03-01')).toMatchObject({ type: '/problems/day-not-plannable', from: '2026-03-02' });
    expect(await refused(learner, '00000000-0000-7000-8000-000000000000', '2026-03-03')).toMatchObject({ type: '/problems/not-found' });
    expect(await (await daymark.learner()).refused(movePlanItem, { ...of(learner, id), body: { date: '2026-03-03' } })).toMatchObject({
      type: '/problems/not-found',
    });
  });

  it('that is done or missed stays on its day', async () => {
    const learner = await daymark.learner();
    const [first] = studyOf(await learner.plan());
    await learner.logs({ date: '2026-03-02', minutes: first!.minutes, skillId: first!.skillId, planItemId: first!.id });
    expect(await refused(learner, first!.id, '2026-03-05')).toMatchObject({ type: '/problems/plan-item-past', detail: expect.stringContaining('done') });
    const second = studyOf(await learner.plan())[0]!;
    daymark.clock.setTo('2026-03-20T09:00:00Z');
    expect(await refused(learner, second.id, '2026-03-25')).toMatchObject({ type: '/problems/plan-item-past', date: second.date });
  });
});

describe('a workshop', () => {
  const daymark = startDaymark();
  const workshop = { kind: 'workshop' as const, title: 'A day with the team', date: '2026-03-14', minutes: 90 };
  beforeEach(() => daymark.clock.setTo('2026-03-02T09:00:00Z'));

  it('takes its time from its day, is never moved, and gives its time back when it is removed', async () => {
    const learner = await daymark.learner();
    const before = await learner.plan();
    const fixed = await learner.call(addFixedDate, { ...where(learner), body: workshop });
    const plan = await learner.plan();
    expect(plan.fixedDates).toEqual([fixed]);
    expect(plan.availableMinutes).toBe(before.availableMinutes - 90);
    expect(minutesOf(plan, '2026-03-14')).toBeLessThanOrEqual(30);
    await learner.call(changeExamDate, { ...where(learner), body: { examOn: '2026-05-15' } });
    expect((await learner.plan()).fixedDates).toEqual([fixed]);
    expect((await learner.call(listFixedDates, where(learner))).items).toEqual([fixed]);
    const gone = { params: { enrollmentId: learner.enrollmentId, fixedDateId: fixed.id } };
    await learner.call(removeFixedDate, gone);
    expect((await learner.plan()).fixedDates).toEqual([]);
    expect(await learner.refused(removeFixedDate, gone)).toMatchObject({ type: '/problems/not-found' });
  });

  it('is changed, and the plan makes room where it is now', async () => {
    const learner = await daymark.learner();
    const { id } = await learner.call(addFixedDate, { ...where(learner), body: workshop });
    const which = { params: { enrollmentId: learner.enrollmentId, fixedDateId: id } };
    const later = { ...workshop, title: 'Half a day with the team', date: '2026-03-21', minutes: 120 };
    expect(await learner.call(changeFixedDate, { ...which, body: later })).toEqual({ id, ...later });
    const plan = await learner.plan();
    expect(plan.fixedDates).toEqual([{ id, ...later }]);
    expect(minutesOf(plan, '2026-03-21')).toBe(0);
    expect(await learner.refused(changeFixedDate, { ...which, body: { ...later, date: '2026-04-01' } })).toMatchObject({ type: '/problems/day-not-plannable' });
    const gone = { params: { enrollmentId: learner.enrollmentId, fixedDateId: '00000000-0000-7000-8000-000000000000' }, body: later };
    expect(await learner.refused(changeFixedDate, gone)).toMatchObject({ type: '/problems/not-found' });
    expect(await (await daymark.learner()).refused(changeFixedDate, { ...which, body: later })).toMatchObject({ type: '/problems/not-found' });
  });

  it('lies before the exam, from today on', async () => {
    const learner = await daymark.learner();
    for (const date of ['2026-03-01', '2026-04-01'])
      expect(await learner.refused(addFixedDate, { ...where(learner), body: { ...workshop, date } })).toMatchObject({ type: '/problems/day-not-plannable' });
    expect(await (await daymark.learner()).refused(addFixedDate, { ...where(learner), body: workshop })).toMatchObject({ type: '/problems/not-found' });
  });
});

describe('a locked part', () => {
  const daymark = startDaymark();
  const { submits } = evidenceOf(daymark);

  it('says why, what unlocks it, when, and what lies behind it; begun work is never locked', async () => {
    daymark.clock.setTo('2026-03-02T09:00:00Z');
    const learner = await daymark.learner();
    const locks = async () => (await learner.call(readLocks, where(learner))).items;
    const project = (await locks()).find(({ kind }) => kind === 'project')!;
    expect(project).toMatchObject({ locked: true, reason: expect.stringContaining('It begins once half of') });
    expect(project.unlockedBy.length).toBeGreaterThan(0);
    expect(project.opensOn! > '2026-03-02' && project.opensOn! < '2026-04-01').toBe(true);
    expect(project.behind.shows.map(({ skillId }) => skillId)).toEqual(expect.arrayContaining(project.unlockedBy.map(({ skillId }) => skillId)));
    await learner.logs({ date: '2026-03-02', minutes: 20, projectId: project.partId });
    expect((await locks()).find(({ partId }) => partId === project.partId)).toMatchObject({ locked: false, reason: null, unlockedBy: [] });
    const other = (await locks()).find(({ kind, locked }) => kind === 'project' && locked)!;
    await submits(learner, other.partId);
    expect((await locks()).find(({ partId }) => partId === other.partId)).toMatchObject({ locked: false, reason: null });
    expect((await locks()).filter(({ kind }) => kind === 'skill').every(({ locked }) => !locked)).toBe(true);
  });
});
