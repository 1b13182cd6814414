import { Controller } from '@nestjs/common';
import type { FileAnswer } from '../../platform/http/endpoint.contract.js';
import { Route, type Call } from '../../platform/http/route.js';
import { openCalendarFeed, readCalendar, readCalendarFeed, readPlanItemEvent, revokeCalendarFeed, type CalendarFeed } from './calendar.contract.js';
import { CalendarLinksService } from './calendar-links.service.js';
import { CalendarService } from './calendar.service.js';

@Controller()
export class CalendarController {
  constructor(
    private readonly calendar: CalendarService,
    private readonly links: CalendarLinksService,
  ) {}

  @Route(readCalendarFeed)
  feed({ me }: Call<typeof readCalendarFeed>): Promise<CalendarFeed> {
    return this.links.read(me);
  }

  @Route(openCalendarFeed)
  open({ me }: Call<typeof openCalendarFeed>): Promise<CalendarFeed> {
    return this.links.create(me);
  }

  @Route(revokeCalendarFeed)
  revoke({ me }: Call<typeof revokeCalendarFeed>): Promise<CalendarFeed> {
    return this.links.revoke(me);
  }

  @Route(readCalendar)
  read({ params }: Call<typeof readCalendar>): Promise<FileAnswer> {
    return this.calendar.behind(params.token);
  }

  @Route(readPlanItemEvent)
  event({ me, params }: Call<typeof readPlanItemEvent>): Promise<FileAnswer> {
    return this.calendar.event(me, params.enrollmentId, params.itemId);
  }
}
