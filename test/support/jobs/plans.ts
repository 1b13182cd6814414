import { PlanMaker } from '../../../src/plans/plan-maker.service.js';
import { deleteAccount } from '../../../src/users/users.contract.js';
import { PASSWORD, type Learner } from '../people.js';
import { rowsOf, settleAll, type Ground, type Job } from './job.js';

const planOf = (ground: Ground, { enrollmentId }: Learner) => ({
  plans: () =>
    rowsOf(ground, 'select planned_from::text as "plannedFrom", next_due_at as "nextDueAt", feasible from plan where enrollment_id = $1', enrollmentId),
  items: () => rowsOf(ground, 'select id, date, position, minutes from plan_item where enrollment_id = $1 order by date, position', enrollmentId),
  proposals: () => rowsOf(ground, 'select state, reason from plan_proposal where enrollment_id = $1 order by id', enrollmentId),
});

export const planJobs: readonly Job[] = [
  {
    queue: 'plans',
    does: 'work plan',
    async make(ground) {
      const learner = await ground.daymark.learner();
      const { plans, items, proposals } = planOf(ground, learner);
      return {
        seen: async () => ({ plans: await plans(), items: await items(), proposals: await proposals() }),
        isDone: async () => (await items()).length > 0,
        goes: () => learner.call(deleteAccount, { body: { password: PASSWORD } }),
      };
    },
    middle: [PlanMaker, 'look'],
  },
  {
    queue: 'plans',
    does: 'PlanSweep.lookAtDue',
    async make(ground) {
      const { daymark } = ground;
      const learner = await daymark.learner({ examOn: '2026-06-01' });
      const { plans, items, proposals } = planOf(ground, learner);
      await daymark.app.get(PlanMaker).look(learner.enrollmentId);
      await settleAll(ground);
      daymark.clock.setTo('2026-03-05T09:00:00Z');
      return {
        seen: async () => ({ plans: await plans(), items: await items(), proposals: await proposals() }),
        // Three evenings were missed.
        isDone: async () => (await plans())[0]?.['plannedFrom'] === '2026-03-05' && (await proposals()).length === 1,
        goes: () => learner.call(deleteAccount, { body: { password: PASSWORD } }),
      };
    },
    middle: [PlanMaker, 'look'],
  },
];
