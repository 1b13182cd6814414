import { Controller } from '@nestjs/common';
import { Route, type Call } from '../platform/http/route.js';
import { readPlan, type Plan } from './plans.contract.js';
import { PlansService } from './plans.service.js';

@Controller()
export class PlansController {
  constructor(private readonly plans: PlansService) {}

  @Route(readPlan)
  readPlan({ me, params }: Call<typeof readPlan>): Promise<Plan> {
    return this.plans.read(me, params.enrollmentId);
  }
}
