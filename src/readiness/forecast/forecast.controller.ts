import { Controller } from '@nestjs/common';
import type { Answer } from '../../platform/http/endpoint.contract.js';
import { Route, type Call } from '../../platform/http/route.js';
import { readForecast } from './forecast.contract.js';
import { ForecastService } from './forecast.service.js';

@Controller()
export class ForecastController {
  constructor(private readonly forecast: ForecastService) {}

  @Route(readForecast)
  readForecast({ me, params }: Call<typeof readForecast>): Promise<Answer<typeof readForecast>> {
    return this.forecast.read(me, params.enrollmentId);
  }
}
