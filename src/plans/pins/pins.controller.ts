import { Controller } from '@nestjs/common';
import type { Answer } from '../../platform/http/endpoint.contract.js';
import { Route, type Call } from '../../platform/http/route.js';
import { FixedDatesService } from './fixed-dates.service.js';
import { addFixedDate, changeFixedDate, listFixedDates, movePlanItem, removeFixedDate, unpinPlanItem } from './pins.contract.js';
import { PlanPinsService } from './plan-pins.service.js';

@Controller()
export class PlanPinsController {
  constructor(
    private readonly pins: PlanPinsService,
    private readonly fixedDates: FixedDatesService,
  ) {}

  @Route(movePlanItem)
  movePlanItem({ me, params, body }: Call<typeof movePlanItem>): Promise<Answer<typeof movePlanItem>> {
    return this.pins.move(me, params.enrollmentId, params.itemId, body);
  }

  @Route(unpinPlanItem)
  unpinPlanItem({ me, params }: Call<typeof unpinPlanItem>): Promise<Answer<typeof unpinPlanItem>> {
    return this.pins.unpin(me, params.enrollmentId, params.itemId);
  }

  @Route(listFixedDates)
  listFixedDates({ me, params }: Call<typeof listFixedDates>): Promise<Answer<typeof listFixedDates>> {
    return this.fixedDates.list(me, params.enrollmentId);
  }

  @Route(addFixedDate)
  addFixedDate({ me, params, body }: Call<typeof addFixedDate>): Promise<Answer<typeof addFixedDate>> {
    return this.fixedDates.add(me, params.enrollmentId, body);
  }

  @Route(changeFixedDate)
  changeFixedDate({ me, params, body }: Call<typeof changeFixedDate>): Promise<Answer<typeof changeFixedDate>> {
    return this.fixedDates.change(me, params.enrollmentId, params.fixedDateId, body);
  }

  @Route(removeFixedDate)
  async removeFixedDate({ me, params }: Call<typeof removeFixedDate>): Promise<undefined> {
    await this.fixedDates.remove(me, params.enrollmentId, params.fixedDateId);
  }
}
