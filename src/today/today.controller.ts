import { Controller } from '@nestjs/common';
import { Route, type Call } from '../platform/http/route.js';
import { readToday, type Today } from './today.contract.js';
import { TodayService } from './today.service.js';

@Controller()
export class TodayController {
  constructor(private readonly today: TodayService) {}

  @Route(readToday)
  readToday({ me, params }: Call<typeof readToday>): Promise<Today> {
    return this.today.read(me, params.enrollmentId);
  }
}
