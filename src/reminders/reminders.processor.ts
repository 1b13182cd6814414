import { Processor, WorkerHost } from '@nestjs/bullmq';
import { WORKER } from '../platform/queue/queues.js';
import { Worklist } from '../platform/worklist/worklist.js';
import { DueRemindersService } from './due-reminders.service.js';
import { ReleaseMails } from './release-mails.service.js';
import { ReminderRulesService } from './reminder-rules.service.js';

const BATCH = 200;

/** A job only says 'look now': whose rule must be worked out anew, and who is to hear of a new release, stands in the worklist, and what is due in the rules themselves. */
@Processor('reminders', WORKER)
export class RemindersProcessor extends WorkerHost {
  constructor(
    private readonly worklist: Worklist,
    private readonly rules: ReminderRulesService,
    private readonly due: DueRemindersService,
    private readonly releaseMails: ReleaseMails,
  ) {
    super();
  }

  async process(): Promise<void> {
    await this.worklist.drain('reminder-rule', BATCH, (accountIds) => this.rules.refresh(accountIds));
    await this.due.decideAll();
    await this.worklist.drain('release-news', BATCH, (enrollmentIds) => this.releaseMails.tell(enrollmentIds));
  }
}
