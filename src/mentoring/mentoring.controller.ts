import { Controller } from '@nestjs/common';
import type { Answer } from '../platform/http/endpoint.contract.js';
import { Route, type Call } from '../platform/http/route.js';
import { listLearners, readLearner } from './mentoring.contract.js';
import { MentoringService } from './mentoring.service.js';

@Controller()
export class MentoringController {
  constructor(private readonly mentoring: MentoringService) {}

  @Route(listLearners)
  listLearners({ me, query }: Call<typeof listLearners>): Promise<Answer<typeof listLearners>> {
    return this.mentoring.learnersOf(me, query);
  }

  @Route(readLearner)
  readLearner({ me, params }: Call<typeof readLearner>): Promise<Answer<typeof readLearner>> {
    return this.mentoring.learnerOf(me, params.enrollmentId);
  }
}
