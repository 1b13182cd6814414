import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CurriculumModule } from '../curriculum/curriculum.module.js';
import { ProgressModule } from '../progress/progress.module.js';
import { CalendarAccess } from '../users/calendar-access.js';
import { CalendarFeedAccess } from './calendar/calendar-feed-access.js';
import { CalendarEventEntity } from './calendar/calendar-event.entity.js';
import { CalendarFeedEntity } from './calendar/calendar-feed.entity.js';
import { CalendarRevisions } from './calendar/calendar-revisions.service.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { CalendarLinksService } from './calendar/calendar-links.service.js';
import { CalendarService } from './calendar/calendar.service.js';
import { PlanEntity } from './plan.entity.js';
import { PlanItemEntity } from './plan-item.entity.js';
import { LeftOutPartEntity } from './left-out/left-out-part.entity.js';
import { RetakeFocusEntity } from './retake/retake-focus.entity.js';
import { RetakeFocusService } from './retake/retake-focus.service.js';
import { FixedDateEntity } from './pins/fixed-date.entity.js';
import { FixedDatesService } from './pins/fixed-dates.service.js';
import { PlanPinsController } from './pins/pins.controller.js';
import { PlanPinsService } from './pins/plan-pins.service.js';
import { PlanGround } from './plan-ground.service.js';
import { PlanMaker } from './plan-maker.service.js';
import { PlanSweep } from './plan-sweep.service.js';
import { PlansController } from './plans.controller.js';
import { PlansProcessor } from './plans.processor.js';
import { PlansService } from './plans.service.js';
import { PlanDecisionsService } from './proposals/plan-decisions.service.js';
import { PlanProposalEntity } from './proposals/plan-proposal.entity.js';
import { PlanProposalsService } from './proposals/plan-proposals.service.js';
import { PlanProposalsController } from './proposals/proposals.controller.js';

@Module({})
export class PlansModule {
  static register({ worker }: { worker: boolean }): DynamicModule {
    return {
      module: PlansModule,
      // For features above, which cannot know how it was registered.
      global: true,
      imports: [
        TypeOrmModule.forFeature([
          PlanEntity,
          PlanItemEntity,
          PlanProposalEntity,
          FixedDateEntity,
          LeftOutPartEntity,
          RetakeFocusEntity,
          CalendarFeedEntity,
          CalendarEventEntity,
        ]),
        CurriculumModule,
        ProgressModule,
      ],
      controllers: [PlansController, PlanProposalsController, PlanPinsController, CalendarController],
      providers: [
        ...[
          PlansService,
          PlanGround,
          PlanMaker,
          PlanProposalsService,
          PlanDecisionsService,
          PlanPinsService,
          FixedDatesService,
          CalendarService,
          CalendarLinksService,
          { provide: CalendarAccess, useClass: CalendarFeedAccess },
          CalendarRevisions,
          RetakeFocusService,
        ],
        ...(worker ? [PlanSweep, PlansProcessor] : []),
      ],
      exports: [CalendarAccess, PlansService, PlanProposalsService, RetakeFocusService],
    };
  }
}
