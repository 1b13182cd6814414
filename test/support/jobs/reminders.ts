import { Mover } from '../../../src/enrollments/moves/mover.service.js';
import { Mail } from '../../../src/platform/mail/mail.js';
import { PlanMaker } from '../../../src/plans/plan-maker.service.js';
import { ReminderRulesService } from '../../../src/reminders/reminder-rules.service.js';
import { ReminderWriter } from '../../../src/reminders/reminder-writer.service.js';
import { deleteAccount } from '../../../src/users/users.contract.js';
import { PASSWORD, type Learner } from '../people.js';
import { rowsOf, settleAll, type Ground, type Job } from './job.js';
import { toBeMoved } from './enrollments.js';

const rulesOf = (ground: Ground, { id }: Learner) =>
  rowsOf(ground, 'select local_time, next_due_at, claimed_until, disabled_at from reminder_rule where account_id = $1', id);
const messagesTo = (ground: Ground, { id }: Learner) => rowsOf(ground, 'select kind, key from message where person_id = $1 order by 1, 2', id);

export const reminderJobs: readonly Job[] = [
  {
    queue: 'reminders',
    does: 'work reminder-rule',
    async make(ground) {
      const learner = await ground.daymark.learner();
      const rules = () => rulesOf(ground, learner);
      return {
        seen: rules,
        isDone: async () => Boolean((await rules())[0]?.['next_due_at']),
        goes: () => learner.call(deleteAccount, { body: { password: PASSWORD } }),
      };
    },
    middle: [ReminderRulesService, 'refresh'],
  },
  {
    queue: 'reminders',
    does: 'DueRemindersService.decideAll',
    async make(ground) {
      const { daymark } = ground;
      const learner = await daymark.learner();
      await daymark.app.get(PlanMaker).look(learner.enrollmentId);
      await daymark.app.get(ReminderRulesService).refresh([learner.id]);
      await settleAll(ground);
      daymark.clock.setTo('2026-03-02T18:00:00Z');
      const decisions = () => rowsOf(ground, 'select local_date, outcome, detail from reminder_decision where account_id = $1', learner.id);
      return {
        seen: async () => ({ decisions: await decisions(), rules: await rulesOf(ground, learner), messages: await messagesTo(ground, learner) }),
        isDone: async () => (await decisions())[0]?.['outcome'] === 'sent' && (await messagesTo(ground, learner)).length === 1,
        goes: () => learner.call(deleteAccount, { body: { password: PASSWORD } }),
      };
    },
    middle: [ReminderWriter, 'keep'],
  },
  {
    queue: 'reminders',
    does: 'work release-news',
    async make(ground) {
      const { learner, move } = await toBeMoved(ground);
      await ground.worker().get(Mover).run(move.id);
      await rowsOf(ground, `delete from work where kind <> 'release-news'`);
      const messages = () => messagesTo(ground, learner);
      return {
        seen: messages,
        isDone: async () => (await messages()).length === 1,
        goes: () => learner.call(deleteAccount, { body: { password: PASSWORD } }),
      };
    },
    middle: [Mail, 'write'],
  },
];
