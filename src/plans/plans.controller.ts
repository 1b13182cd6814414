import { Controller } from '@nestjs/common';
import type { Answer } from '../platform/http/endpoint.contract.js';
import { Route, type Call } from '../platform/http/route.js';
import { readLocks } from './locks.contract.js';
import { readPlan, type Plan } from './plans.contract.js';
import { PlansService } from './plans.service.js';

@Controller()
export class PlansController {
  constructor(private readonly plans: PlansService) {}

  @Route(readPlan)
  readPlan({ me, params }: Call<typeof readPlan>): Promise<Plan> {
    return this.plans.read(me, params.enrollmentId);
  }

  @Route(readLocks)
  readLocks({ me, params }: Call<typeof readLocks>): Promise<Answer<typeof readLocks>> {
    return this.plans.locks(me, params.enrollmentId);
  }
}
