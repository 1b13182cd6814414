import { Controller } from '@nestjs/common';
import type { Answer } from '../../platform/http/endpoint.contract.js';
import { Route, type Call } from '../../platform/http/route.js';
import { listSkillTimes, listStudyTotals, listStudyWeeks, readExpectedStudy } from './study-times.contract.js';
import { StudyTimesService } from './study-times.service.js';

@Controller()
export class StudyTimesController {
  constructor(private readonly times: StudyTimesService) {}

  @Route(listStudyWeeks)
  weeks({ me, params, query }: Call<typeof listStudyWeeks>): Promise<Answer<typeof listStudyWeeks>> {
    return this.times.weeks(me, params.enrollmentId, query);
  }

  @Route(listSkillTimes)
  skills({ me, params }: Call<typeof listSkillTimes>): Promise<Answer<typeof listSkillTimes>> {
    return this.times.skills(me, params.enrollmentId);
  }

  @Route(listStudyTotals)
  totals({ me, params, query }: Call<typeof listStudyTotals>): Promise<Answer<typeof listStudyTotals>> {
    return this.times.totals(me, params.enrollmentId, query);
  }

  @Route(readExpectedStudy)
  expected({ me, params }: Call<typeof readExpectedStudy>): Promise<Answer<typeof readExpectedStudy>> {
    return this.times.expected(me, params.enrollmentId);
  }
}
