import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CurriculumModule } from '../curriculum/curriculum.module.js';
import { ProgressModule } from '../progress/progress.module.js';
import { CalendarFeedEntity } from './calendar/calendar-feed.entity.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { CalendarService } from './calendar/calendar.service.js';
import { PlanEntity } from './plan.entity.js';
import { PlanItemEntity } from './plan-item.entity.js';
import { PlanMaker } from './plan-maker.service.js';
import { PlanSweep } from './plan-sweep.service.js';
import { PlansController } from './plans.controller.js';
import { PlansProcessor } from './plans.processor.js';
import { PlansService } from './plans.service.js';

@Module({})
export class PlansModule {
  static register({ worker }: { worker: boolean }): DynamicModule {
    return {
      module: PlansModule,
      // For features above, which cannot know how it was registered.
      global: true,
      imports: [TypeOrmModule.forFeature([PlanEntity, PlanItemEntity, CalendarFeedEntity]), CurriculumModule, ProgressModule],
      controllers: [PlansController, CalendarController],
      providers: [PlansService, CalendarService, PlanMaker, ...(worker ? [PlanSweep, PlansProcessor] : [])],
      exports: [PlansService],
    };
  }
}
