import { Controller } from '@nestjs/common';
import { Route, type Call } from '../platform/http/route.js';
import { ReminderRulesService } from './reminder-rules.service.js';
import { readReminderRule, readUnsubscription, setReminderRule, unsubscribe, type ReminderRule, type Unsubscription } from './reminders.contract.js';
import { UnsubscriptionsService } from './unsubscriptions.service.js';

@Controller()
export class RemindersController {
  constructor(
    private readonly rules: ReminderRulesService,
    private readonly unsubscriptions: UnsubscriptionsService,
  ) {}

  @Route(readReminderRule)
  readRule({ me }: Call<typeof readReminderRule>): Promise<ReminderRule> {
    return this.rules.read(me);
  }

  @Route(setReminderRule)
  setRule({ me, body }: Call<typeof setReminderRule>): Promise<ReminderRule> {
    return this.rules.set(me, body);
  }

  @Route(readUnsubscription)
  readUnsubscription({ params }: Call<typeof readUnsubscription>): Promise<Unsubscription> {
    return this.unsubscriptions.read(params.token);
  }

  @Route(unsubscribe)
  unsubscribe({ params }: Call<typeof unsubscribe>): Promise<{ unsubscribed: true }> {
    return this.unsubscriptions.end(params.token);
  }
}
