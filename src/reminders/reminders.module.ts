import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { UsersModule } from '../users/users.module.js';
import { DueRemindersService } from './due-reminders.service.js';
import { ReminderDecisionEntity } from './reminder-decision.entity.js';
import { ReminderLinks } from './reminder-links.js';
import { ReminderRuleEntity } from './reminder-rule.entity.js';
import { ReminderRulesService } from './reminder-rules.service.js';
import { ReminderWriter } from './reminder-writer.service.js';
import { ReleaseMails } from './release-mails.service.js';
import { RemindersController } from './reminders.controller.js';
import { RemindersProcessor } from './reminders.processor.js';
import { UnsubscriptionsService } from './unsubscriptions.service.js';

@Module({})
export class RemindersModule {
  static register({ worker }: { worker: boolean }): DynamicModule {
    return {
      module: RemindersModule,
      imports: [TypeOrmModule.forFeature([ReminderRuleEntity, ReminderDecisionEntity]), UsersModule],
      controllers: [RemindersController],
      providers: [
        ReminderLinks,
        ReminderRulesService,
        UnsubscriptionsService,
        ...(worker ? [ReminderWriter, DueRemindersService, ReleaseMails, RemindersProcessor] : []),
      ],
    };
  }
}
