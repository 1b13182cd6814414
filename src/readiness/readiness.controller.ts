import { Controller } from '@nestjs/common';
import { Route, type Call } from '../platform/http/route.js';
import { readReadiness, type Readiness } from './readiness.contract.js';
import { ReadinessService } from './readiness.service.js';

@Controller()
export class ReadinessController {
  constructor(private readonly readiness: ReadinessService) {}

  @Route(readReadiness)
  readReadiness({ me, params }: Call<typeof readReadiness>): Promise<Readiness> {
    return this.readiness.read(me, params.enrollmentId);
  }
}
