import { readCertification } from '../../src/curriculum/curriculum.contract.js';
import { assignMentor, changeExamDate, withdraw } from '../../src/enrollments/enrollments.contract.js';
import { readLocks } from '../../src/plans/locks.contract.js';
import { PlanMaker } from '../../src/plans/plan-maker.service.js';
import type { Plan } from '../../src/plans/plans.contract.js';
import {
  acceptPlanProposal,
  discardPlanProposal,
  listPlanProposals,
  proposePlan,
  readPlanProposal,
  undoPlanProposal,
  type PlanChange,
} from '../../src/plans/proposals/proposals.contract.js';
import { daysBefore } from '../../src/platform/time/local-date.js';
import { proposePlanByGain, tryPlan } from '../../src/readiness/projections/projections.contract.js';
import { startDaymark } from '../support/daymark.js';
import { EVENINGS, type Learner, type Someone } from '../support/people.js';

const NOBODY = '00000000-0000-7000-8000-000000000000';
const where = ({ enrollmentId }: Learner) => ({ params: { enrollmentId } });
const which = ({ enrollmentId }: Learner, proposalId: string) => ({ params: { enrollmentId, proposalId } });
const changesOf = async (learner: Learner, by: Someone = learner) => (await by.call(listPlanProposals, where(learner))).items;
const proposes = (learner: Learner, body: PlanChange = {}) => learner.call(proposePlan, { ...where(learner), body });
const placed = ({ items, today }: Plan) => items.filter(({ date }) => date >= today).map(({ id, date, minutes }) => `${id} ${date} ${minutes}`);

const mostADay = ({ items, today }: Plan) =>
  Math.max(...items.filter(({ date }) => date >= today).map(({ date }) => items.reduce((sum, each) => sum + (each.date === date ? each.minutes : 0), 0)));

describe('a change of the plan', () => {
  const daymark = startDaymark();
  beforeEach(() => daymark.clock.setTo('2026-03-02T09:00:00Z'));

  async function whileSavingFails(act: () => Promise<void>): Promise<void> {
    const maker = daymark.app.get(PlanMaker);
    const save = maker.save.bind(maker);
    maker.save = () => Promise.reject(new Error('the connection is lost'));
    await act().finally(() => (maker.save = save));
  }

  it('rolls missed work on without asking, and is seen by learner and mentor alike', async () => {
    const learner = await daymark.learner();
    await learner.plan();
    expect(await changesOf(learner)).toEqual([]);
    daymark.clock.setTo('2026-03-03T09:00:00Z');
    const plan = await learner.plan();
    const [admin, mentor] = [await daymark.withRoles('admin'), await daymark.withRoles('mentor')];
    await admin.call(assignMentor, { ...where(learner), body: { mentorId: mentor.id } });
    await mentor.signsIn(mentor.email);
    const [change] = await changesOf(learner, mentor);
    expect(change).toMatchObject({ reason: 'missed-work', state: 'accepted', made: { by: null }, decided: { by: null }, undone: null, change: null });
    expect(change!.before).toMatchObject({ feasible: true, slackMinutes: 360 });
    expect(change!.after).toMatchObject({ feasible: true, slackMinutes: 300, missingMinutes: 0 });
    const seen = await mentor.call(readPlanProposal, which(learner, change!.id));
    const after = seen.items.flatMap(({ itemId, to }) => (to ? [`${itemId} ${to.date} ${to.minutes}`] : []));
    expect(after.sort()).toEqual(placed(plan).sort());
    expect(await mentor.refused(proposePlan, { ...where(learner), body: {} })).toMatchObject({ type: '/problems/not-permitted' });
  });

  it('that came by itself is undone, and from then on the learner is asked', async () => {
    const learner = await daymark.learner();
    const before = await learner.plan();
    daymark.clock.setTo('2026-03-03T09:00:00Z');
    await learner.plan();
    const [change] = await changesOf(learner);
    const undone = await learner.call(undoPlanProposal, which(learner, change!.id));
    expect(undone).toMatchObject({ state: 'undone', undone: { at: expect.stringMatching(/^2026-03-03T09:00/), by: { id: learner.id } } });
    expect(await learner.call(undoPlanProposal, which(learner, change!.id))).toEqual(undone);
    const back = await learner.plan();
    expect(placed(back)).toEqual(placed({ ...before, today: back.today }));

    daymark.clock.setTo('2026-03-04T09:00:00Z');
    const { openProposalId } = await learner.plan();
    const asked = await learner.call(readPlanProposal, which(learner, openProposalId ?? NOBODY));
    expect(asked).toMatchObject({ state: 'proposed', reason: 'missed-work', decided: null });
    expect((await learner.today()).plan.openProposalId).toBe(asked.id);
    await learner.call(acceptPlanProposal, which(learner, asked.id));
    expect(await learner.plan()).toMatchObject({ openProposalId: null, undoableProposalId: asked.id });
    expect((await learner.today()).plan.openProposalId).toBeNull();
  });

  it('that moved a proposed exam date along takes the date back with it', async () => {
    const learner = await daymark.learner();
    const { examOn: proposed } = await learner.call(changeExamDate, { ...where(learner), body: { examOn: null } });
    await learner.plan();
    daymark.clock.setTo(`${daysBefore(proposed, 2)}T09:00:00Z`);
    const { examOn: later } = await learner.plan();
    expect(later > proposed).toBe(true);
    expect((await learner.reads()).examOn).toBe(later);
    const [change] = await changesOf(learner);
    expect(change).toMatchObject({ reason: 'missed-work', state: 'accepted', after: { examOn: later, feasible: true } });
    await learner.call(undoPlanProposal, which(learner, change!.id));
    expect(await learner.reads()).toMatchObject({ examOn: proposed, examDateIsProposed: true });
    expect((await learner.plan()).examOn).toBe(proposed);

    // From now on it is a question, and until it is decided the date stays.
    daymark.clock.setTo(`${daysBefore(proposed, 1)}T09:00:00Z`);
    const { openProposalId } = await learner.plan();
    expect((await learner.reads()).examOn).toBe(proposed);
    const accepted = await learner.call(acceptPlanProposal, which(learner, openProposalId ?? NOBODY));
    expect(await learner.reads()).toMatchObject({ examOn: accepted.after.examOn, examDateIsProposed: true });
  });

  it('is a question once the goal is out of reach: asked once, with ways out, and the plan stays as it was', async () => {
    const learner = await daymark.learner();
    await learner.plan();
    daymark.clock.setTo('2026-03-12T09:00:00Z');
    const plan = await learner.plan();
    expect(plan.feasible).toBe(false);
    const question = await learner.call(readPlanProposal, which(learner, plan.openProposalId ?? NOBODY));
    expect(question).toMatchObject({ state: 'proposed', reason: 'missed-work', before: { feasible: true }, after: { feasible: false } });
    expect(question.waysOut.map(({ kind }) => kind)).toEqual(['study-more', 'open-days', 'move-exam', 'leave-out']);
    expect(question.waysOut.map(({ effect }) => effect.missingMinutes)).toEqual([0, 0, 0, 0]);

    const left = await learner.call(discardPlanProposal, which(learner, question.id));
    expect(left).toMatchObject({ state: 'discarded', decided: { by: { id: learner.id } } });
    expect(await learner.call(discardPlanProposal, which(learner, question.id))).toEqual(left);
    expect(await learner.refused(acceptPlanProposal, which(learner, question.id))).toMatchObject({ type: '/problems/plan-proposal-decided' });
    expect(await learner.refused(undoPlanProposal, which(learner, question.id))).toMatchObject({ type: '/problems/plan-not-undoable' });
    daymark.clock.setTo('2026-03-13T09:00:00Z');
    expect((await learner.plan()).openProposalId).toBeNull();
  });

  it('is worked out on demand, and nothing happens until it is accepted', async () => {
    const learner = await daymark.learner();
    await learner.plan();
    daymark.clock.setTo('2026-03-03T09:00:00Z');
    const before = await learner.plan();
    await learner.logs({ date: before.today, minutes: 150, skillId: before.items.find(({ skillId }) => skillId !== null)?.skillId ?? null });
    const first = await proposes(learner);
    const proposal = await proposes(learner);
    expect(await learner.call(readPlanProposal, which(learner, first.id))).toMatchObject({ state: 'discarded' });
    expect(proposal).toMatchObject({ reason: 'on-demand', state: 'proposed', made: { by: { id: learner.id } } });
    expect(proposal.items.some(({ change }) => change !== 'kept')).toBe(true);
    expect((await learner.plan()).items.map(({ id }) => id)).toEqual(before.items.map(({ id }) => id));

    const accepted = await learner.call(acceptPlanProposal, which(learner, proposal.id));
    expect(accepted).toMatchObject({ state: 'accepted', decided: { by: { id: learner.id } } });
    expect(await learner.call(acceptPlanProposal, which(learner, proposal.id))).toEqual(accepted);
    const after = placed(await learner.plan());
    expect(after.sort()).toEqual(accepted.items.flatMap(({ itemId, to }) => (to ? [`${itemId} ${to.date} ${to.minutes}`] : [])).sort());
    expect(await learner.refused(discardPlanProposal, which(learner, proposal.id))).toMatchObject({ type: '/problems/plan-proposal-decided' });
    const again = await proposes(learner);
    expect(again.counts).toMatchObject({ moved: 0, resized: 0, added: 0, removed: 0 });

    const [, , , oldest] = await changesOf(learner);
    expect(oldest).toMatchObject({ reason: 'missed-work', state: 'accepted' });
    expect(await learner.refused(undoPlanProposal, which(learner, oldest!.id))).toMatchObject({ type: '/problems/plan-not-undoable' });
    const page = await learner.call(listPlanProposals, { ...where(learner), query: { limit: 1 } });
    const next = await learner.call(listPlanProposals, { ...where(learner), query: { limit: 1, cursor: page.nextCursor ?? '' } });
    expect([...page.items, ...next.items].map(({ id }) => id)).toEqual([again.id, proposal.id]);
  });

  it('is out of date once something was logged', async () => {
    const learner = await daymark.learner();
    await learner.plan();
    const proposal = await proposes(learner);
    await learner.logs({ date: '2026-03-02', minutes: 30 });
    const refusal = await learner.refused(acceptPlanProposal, which(learner, proposal.id));
    expect(refusal).toMatchObject({ type: '/problems/plan-proposal-out-of-date', detail: expect.stringContaining('Ask for another') });
  });

  it('may bring another exam date and week with it, and takes them back when it is undone', async () => {
    const learner = await daymark.learner();
    const before = await learner.plan();
    const proposal = await proposes(learner, { examOn: '2026-04-20', availability: { ...EVENINGS, friday: 30 } });
    expect(proposal).toMatchObject({ reason: 'what-if', change: { examOn: '2026-04-20' }, before: { examOn: '2026-04-01' }, after: { examOn: '2026-04-20' } });
    expect((await learner.reads()).examOn).toBe('2026-04-01');
    await learner.call(acceptPlanProposal, which(learner, proposal.id));
    expect(await learner.reads()).toMatchObject({ examOn: '2026-04-20', availability: { friday: 30 } });
    expect(await learner.plan()).toMatchObject({ examOn: '2026-04-20', feasible: true });
    await learner.call(undoPlanProposal, which(learner, proposal.id));
    expect(await learner.reads()).toMatchObject({ examOn: '2026-04-01', availability: EVENINGS });
    expect(placed(await learner.plan())).toEqual(placed(before));
  });

  it('may bring another pace with it, which the plan keeps from then on; undone, the one of before is back', async () => {
    const learner = await daymark.learner({ examOn: '2026-06-01' });
    const before = await learner.plan();
    const pace = { mostMinutesADay: 45, shortestSessionMinutes: 30 };
    const proposal = await proposes(learner, { pace });
    expect(proposal).toMatchObject({ reason: 'what-if', change: { pace }, after: { feasible: true } });
    await learner.call(acceptPlanProposal, which(learner, proposal.id));
    expect((await learner.reads()).pace).toEqual(pace);
    const kept = await learner.plan();
    expect(kept.undoableProposalId).toBe(proposal.id);
    expect(mostADay(kept)).toBeLessThanOrEqual(45);
    daymark.clock.setTo('2026-03-04T09:00:00Z');
    expect(mostADay(await learner.plan())).toBeLessThanOrEqual(45);
    daymark.clock.setTo('2026-03-02T09:00:00Z');

    const other = await daymark.learner({ examOn: '2026-06-01' });
    await other.plan();
    const again = await proposes(other, { pace });
    await other.call(acceptPlanProposal, which(other, again.id));
    await other.call(undoPlanProposal, which(other, again.id));
    expect((await other.reads()).pace).toEqual({ mostMinutesADay: null, shortestSessionMinutes: 20 });
    expect((await other.plan()).items.map(({ date, minutes }) => `${date} ${minutes}`)).toEqual(before.items.map(({ date, minutes }) => `${date} ${minutes}`));
  });

  it('may leave parts out, whose work is gone from the plan; undone it is back, and readiness counts them all the while', async () => {
    const learner = await daymark.learner();
    const before = await learner.plan();
    const skillIds = [...new Set(before.items.flatMap(({ skillId }) => skillId ?? []))];
    const [leaveOut, project] = [skillIds.slice(0, 1), before.items.find(({ projectId }) => projectId !== null)!.projectId!];
    const readiness = await learner.readiness();
    const tried = await learner.call(tryPlan, { ...where(learner), body: { leaveOut } });
    expect(tried.after.neededMinutes).toBeLessThan(tried.before.neededMinutes);
    expect(tried.readiness.after.score!).toBeLessThan(tried.readiness.before!.score!);

    const proposal = await proposes(learner, { leaveOut });
    expect(proposal).toMatchObject({ reason: 'what-if', change: { leaveOut } });
    expect(proposal.items.some(({ change, skillId }) => change === 'removed' && skillId === leaveOut[0])).toBe(true);
    await learner.call(acceptPlanProposal, which(learner, proposal.id));
    const without = await learner.plan();
    expect(without.items.filter(({ skillId }) => skillId === leaveOut[0])).toEqual([]);
    expect(without).toMatchObject({ feasible: true, leftOut: [{ partId: leaveOut[0], kind: 'skill', leftOutBy: { id: learner.id, name: 'Wren Harbour' } }] });
    expect(without.leftOut[0]!.leftOutAt).toMatch(/^2026-03-02T09:00/);
    expect(await learner.readiness()).toEqual(readiness);
    expect((await learner.call(readLocks, where(learner))).items.find(({ partId }) => partId === leaveOut[0])).toMatchObject({ leftOut: true });

    // The plan stays in step without it, made again by itself or on demand.
    daymark.clock.setTo('2026-03-04T09:00:00Z');
    const later = await learner.plan();
    expect(later.items.filter(({ skillId, date }) => skillId === leaveOut[0] && date >= later.today)).toEqual([]);
    expect((await proposes(learner)).after.neededMinutes).toBe(later.neededMinutes);

    const both = await proposes(learner, { leaveOut: [...leaveOut, project] });
    await learner.call(acceptPlanProposal, which(learner, both.id));
    expect((await learner.plan()).leftOut.map(({ partId }) => partId)).toEqual([...leaveOut, project]);
    await learner.call(undoPlanProposal, which(learner, both.id));
    expect((await learner.plan()).leftOut).toEqual(without.leftOut);
    const none = await proposes(learner, { leaveOut: [] });
    await learner.call(acceptPlanProposal, which(learner, none.id));
    const back = await learner.plan();
    expect(back.leftOut).toEqual([]);
    expect(back.items.some(({ skillId, date }) => skillId === leaveOut[0] && date >= back.today)).toBe(true);
    daymark.clock.setTo('2026-03-02T09:00:00Z');
  });

  it('leaves out the parts that a way out names, and fits then', async () => {
    const learner = await daymark.learner({ examOn: '2026-03-16' });
    const { waysOut, feasible } = await learner.plan();
    const way = waysOut.find((each) => each.kind === 'leave-out');
    if (way?.kind !== 'leave-out') throw new Error('There is nothing to leave out');
    const proposal = await proposes(learner, { leaveOut: way.partIds });
    expect([feasible, proposal.after.feasible, proposal.after.missingMinutes]).toEqual([false, true, 0]);
    await learner.call(acceptPlanProposal, which(learner, proposal.id));
    expect(await learner.plan()).toMatchObject({ feasible: true, waysOut: [] });
  });

  it('ignores a part left out that the level of another release no longer has', async () => {
    const learner = await daymark.learner();
    const [other] = await daymark.database.query<{ id: string }[]>(`select id from skill where level_id <> $1 limit 1`, [learner.enrollment.level.id]);
    await daymark.database.query(
      `insert into left_out_part (id, enrollment_id, skill_id, left_out_at, left_out_by) values (gen_random_uuid(), $1, $2, $3, $4)`,
      [learner.enrollmentId, other!.id, '2026-03-01T09:00:00Z', learner.id],
    );
    const plan = await learner.plan();
    expect(plan).toMatchObject({ feasible: true, leftOut: [] });
    const proposal = await proposes(learner, { leaveOut: [] });
    await learner.call(acceptPlanProposal, which(learner, proposal.id));
    expect(await learner.plan()).toMatchObject({ leftOut: [] });
  });

  it('is accepted and undone whole: a failure in between changes nothing, and a retry succeeds', async () => {
    const learner = await daymark.learner();
    const before = await learner.plan();
    const stands = await learner.reads();
    const proposal = await proposes(learner, { examOn: '2026-04-20', availability: { ...EVENINGS, friday: 30 }, leaveOut: [before.items[0]!.skillId!] });
    await whileSavingFails(async () => expect(await learner.refused(acceptPlanProposal, which(learner, proposal.id))).toMatchObject({ status: 500 }));
    expect(await learner.reads()).toEqual(stands);
    expect(await learner.plan()).toMatchObject({ examOn: '2026-04-01', leftOut: [] });

    await learner.call(acceptPlanProposal, which(learner, proposal.id));
    const accepted = await learner.plan();
    expect(accepted).toMatchObject({ examOn: '2026-04-20', undoableProposalId: proposal.id });
    await whileSavingFails(async () => expect(await learner.refused(undoPlanProposal, which(learner, proposal.id))).toMatchObject({ status: 500 }));
    expect(await learner.plan()).toEqual(accepted);
    expect((await learner.reads()).availability).toMatchObject({ friday: 30 });

    await learner.call(undoPlanProposal, which(learner, proposal.id));
    expect(await learner.reads()).toMatchObject({ examOn: '2026-04-01', availability: EVENINGS });
    expect((await changesOf(learner)).map(({ id, state }) => [id, state])).toEqual([[proposal.id, 'undone']]);
    expect(placed(await learner.plan())).toEqual(placed(before));
  });

  it('is accepted once and undone once, however often that is asked at the same moment', async () => {
    const learner = await daymark.learner();
    await learner.plan();
    const proposal = await proposes(learner, { examOn: '2026-04-20' });
    const five = <T>(ask: () => Promise<T>) => Promise.all(Array.from({ length: 5 }, ask));
    const accepted = await five(() => learner.call(acceptPlanProposal, which(learner, proposal.id)));
    expect(accepted.map(({ state }) => state)).toEqual(Array(5).fill('accepted'));
    const undone = await five(() => learner.call(undoPlanProposal, which(learner, proposal.id)));
    expect(undone.map(({ state }) => state)).toEqual(Array(5).fill('undone'));
    const [{ changes } = { changes: 0 }] = await daymark.database.query<{ changes: number }[]>(
      `select count(*)::int as changes from enrollment_change where enrollment_id = $1 and what = 'exam-date'`,
      [learner.enrollmentId],
    );
    expect(changes).toBe(2);
  });

  it('that moves a date nobody chose gives back a date nobody chose', async () => {
    const learner = await daymark.learner();
    await learner.call(changeExamDate, { ...where(learner), body: { examOn: null } });
    const { examOn } = await learner.plan();
    const proposal = await proposes(learner, { examOn: '2026-09-01' });
    await learner.call(acceptPlanProposal, which(learner, proposal.id));
    expect(await learner.reads()).toMatchObject({ examOn: '2026-09-01', examDateIsProposed: false });
    await learner.call(undoPlanProposal, which(learner, proposal.id));
    expect(await learner.reads()).toMatchObject({ examOn, examDateIsProposed: true });
  });

  it('that followed a moved exam is undone by moving it back', async () => {
    const learner = await daymark.learner();
    await learner.plan();
    await learner.call(changeExamDate, { ...where(learner), body: { examOn: '2026-05-04' } });
    await learner.plan();
    const [change] = await changesOf(learner);
    expect(change).toMatchObject({ reason: 'exam-moved', state: 'accepted' });
    expect((await learner.plan()).undoableProposalId).toBeNull();
    const refusal = await learner.refused(undoPlanProposal, which(learner, change!.id));
    expect(refusal).toMatchObject({ type: '/problems/plan-not-undoable', detail: expect.stringContaining('Change that back') });
  });

  it('is nobody else’s to see, and one that is gone is not there', async () => {
    const [learner, stranger] = [await daymark.learner(), await daymark.learner()];
    const proposal = await proposes(learner);
    for (const endpoint of [readPlanProposal, acceptPlanProposal, discardPlanProposal, undoPlanProposal])
      expect(await stranger.refused(endpoint, which(learner, proposal.id))).toMatchObject({ type: '/problems/not-found' });
    expect(await learner.refused(readPlanProposal, which(learner, NOBODY))).toMatchObject({ type: '/problems/not-found' });
  });
});

describe('a plan that might be', () => {
  const daymark = startDaymark();
  const tries = (learner: Learner, body: object) => learner.call(tryPlan, { ...where(learner), body });

  it('is shown for another date, other minutes or other days, beside the one there is, and nothing is stored', async () => {
    daymark.clock.setTo('2026-03-02T09:00:00Z');
    const learner = await daymark.learner();
    const before = await learner.plan();
    const sooner = await tries(learner, { examOn: '2026-03-16' });
    expect(sooner).toMatchObject({ before: { feasible: true, slackMinutes: 360 }, after: { feasible: false, slackMinutes: 0, examOn: '2026-03-16' } });
    expect(sooner.waysOut).toHaveLength(4);
    const more = await tries(learner, { availability: { ...EVENINGS, friday: 60, sunday: 60 } });
    expect(more.after.slackMinutes).toBeGreaterThan(more.before.slackMinutes);
    const gently = await tries(learner, { pace: { mostMinutesADay: 45, shortestSessionMinutes: 20 }, examOn: '2026-06-01' });
    const perDay = new Map<string, number>();
    for (const { to } of gently.items) if (to) perDay.set(to.date, (perDay.get(to.date) ?? 0) + to.minutes);
    expect(Math.max(...perDay.values())).toBeLessThanOrEqual(45);
    expect(await learner.plan()).toEqual(before);
    expect(await changesOf(learner)).toEqual([]);
  });

  it('proposes the earliest comfortable exam where there is no date yet', async () => {
    const learner = await daymark.learner();
    const { after, examIsProposed } = await tries(learner, { examOn: null });
    expect([examIsProposed, after.feasible]).toEqual([true, true]);
    const proposal = await proposes(learner, { examOn: null });
    expect(proposal.change).toEqual({ examOn: after.examOn });
  });

  it('says how ready it would make, beside how ready the present one does', async () => {
    daymark.clock.setTo('2026-03-02T09:00:00Z');
    const learner = await daymark.learner();
    const { readiness } = await tries(learner, { pace: { mostMinutesADay: 20, shortestSessionMinutes: 20 } });
    expect(readiness.before).toMatchObject({ on: '2026-04-01', score: expect.any(Number) });
    expect(readiness.after.on).toBe('2026-04-01');
    expect(readiness.after.score!).toBeLessThan(readiness.before!.score!);
    expect(readiness.before!.low!).toBeLessThanOrEqual(readiness.before!.score!);
    // What is done of it is not counted twice: the plan leads to the same.
    const [first] = (await learner.plan()).items.filter(({ date, skillId }) => date === '2026-03-02' && skillId);
    await learner.logs({ date: '2026-03-02', minutes: first!.minutes, skillId: first!.skillId!, planItemId: first!.id });
    const done = await tries(learner, {});
    expect(Math.abs(done.readiness.before!.score! - readiness.before!.score!)).toBeLessThanOrEqual(1);
  });

  it('can put first what moves readiness most', async () => {
    daymark.clock.setTo('2026-03-02T09:00:00Z');
    const learner = await daymark.learner();
    const proposal = await learner.call(proposePlanByGain, where(learner));
    expect(proposal).toMatchObject({ reason: 'by-gain', state: 'proposed', change: null });
    // An hour gains most where weight is large and effort small, its share of projects included.
    const { levels } = await learner.call(readCertification, { params: { slug: 'certified-mlops-engineer' } });
    const { skills, projects } = levels.find(({ id }) => id === learner.enrollment.level.id)!;
    const effortOf = ({ slug, effortMinutes }: (typeof skills)[number]) =>
      projects.filter(({ shows }) => shows.includes(slug)).reduce((sum, each) => sum + each.effortMinutes! / each.shows.length, effortMinutes!);
    const best = skills.toSorted((a, b) => b.weightPercent! / effortOf(b) - a.weightPercent! / effortOf(a))[0];
    expect(proposal.items.find(({ kind, to }) => kind === 'study' && to)?.skillId).toBe(best?.id);
  });

  it('has nothing to put first where everything is studied in full and fresh', async () => {
    daymark.clock.setTo('2026-03-02T09:00:00Z');
    const learner = await daymark.learner({ examOn: '2026-05-01' });
    daymark.clock.setTo('2026-03-12T09:00:00Z');
    const { levels } = await learner.call(readCertification, { params: { slug: 'certified-mlops-engineer' } });
    const { skills } = levels.find(({ id }) => id === learner.enrollment.level.id)!;
    for (const [i, { id: skillId }] of skills.entries()) {
      await learner.logs({ date: `2026-03-0${i + 3}`, minutes: 1_440, skillId });
      await learner.logs({ date: '2026-03-12', minutes: 30, skillId });
    }
    expect(await learner.refused(proposePlanByGain, where(learner))).toMatchObject({ type: '/problems/nothing-gains' });
  });

  it('is refused where none can be made, with what to do', async () => {
    const learner = await daymark.learner();
    const nothing = { ...EVENINGS, monday: 0, tuesday: 0, wednesday: 0, thursday: 0, saturday: 0 };
    const everything = (await learner.call(readLocks, where(learner))).items.map(({ partId }) => partId);
    for (const endpoint of [tryPlan, proposePlan]) {
      const refused = (body: object) => learner.refused(endpoint, { ...where(learner), body });
      expect(await refused({ examOn: '2020-01-01' })).toMatchObject({ type: '/problems/plan-change-not-possible' });
      expect(await refused({ availability: nothing })).toMatchObject({ type: '/problems/plan-change-not-possible' });
      expect(await refused({ leaveOut: [NOBODY] })).toMatchObject({ type: '/problems/plan-change-not-possible', unknown: [NOBODY] });
      expect(await refused({ leaveOut: everything })).toMatchObject({
        type: '/problems/plan-change-not-possible',
        detail: expect.stringContaining('at least one'),
      });
    }
    await learner.call(withdraw, where(learner));
    for (const endpoint of [tryPlan, proposePlan])
      expect(await learner.refused(endpoint, { ...where(learner), body: {} })).toMatchObject({ type: '/problems/nothing-to-plan' });
    expect(await learner.refused(proposePlanByGain, where(learner))).toMatchObject({ type: '/problems/nothing-to-plan' });
  });
});
