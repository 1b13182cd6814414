import { Controller } from '@nestjs/common';
import type { Answer } from '../../platform/http/endpoint.contract.js';
import { Route, type Call } from '../../platform/http/route.js';
import { proposePlanByGain, tryPlan } from './projections.contract.js';
import { ProjectionsService } from './projections.service.js';

@Controller()
export class ProjectionsController {
  constructor(private readonly projections: ProjectionsService) {}

  @Route(tryPlan)
  tryPlan({ me, params, body }: Call<typeof tryPlan>): Promise<Answer<typeof tryPlan>> {
    return this.projections.tryPlan(me, params.enrollmentId, body);
  }

  @Route(proposePlanByGain)
  proposePlanByGain({ me, params }: Call<typeof proposePlanByGain>): Promise<Answer<typeof proposePlanByGain>> {
    return this.projections.proposeByGain(me, params.enrollmentId);
  }
}
