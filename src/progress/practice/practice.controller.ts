import { Controller } from '@nestjs/common';
import type { Answer } from '../../platform/http/endpoint.contract.js';
import { Route, type Call } from '../../platform/http/route.js';
import {
  correctPractice,
  deletePractice,
  listPractice,
  listSelfRatings,
  rateSkill,
  recordPractice,
  restorePractice,
  unrateSkill,
  type PracticeResult,
  type SelfRating,
} from './practice.contract.js';
import { PracticeService } from './practice.service.js';
import { SelfRatingsService } from './self-ratings.service.js';

@Controller()
export class PracticeController {
  constructor(
    private readonly practice: PracticeService,
    private readonly ratings: SelfRatingsService,
  ) {}

  @Route(recordPractice)
  record({ me, params, body, headers }: Call<typeof recordPractice>): Promise<PracticeResult> {
    return this.practice.record(me, params.enrollmentId, body, headers['idempotency-key']);
  }

  @Route(listPractice)
  list({ me, params, query }: Call<typeof listPractice>): Promise<Answer<typeof listPractice>> {
    return this.practice.list(me, params.enrollmentId, query);
  }

  @Route(correctPractice)
  correct({ me, params, body }: Call<typeof correctPractice>): Promise<PracticeResult> {
    return this.practice.correct(me, params.enrollmentId, params.resultId, body);
  }

  @Route(deletePractice)
  delete({ me, params }: Call<typeof deletePractice>): Promise<PracticeResult> {
    return this.practice.delete(me, params.enrollmentId, params.resultId);
  }

  @Route(restorePractice)
  restore({ me, params }: Call<typeof restorePractice>): Promise<PracticeResult> {
    return this.practice.restore(me, params.enrollmentId, params.resultId);
  }

  @Route(listSelfRatings)
  selfRatings({ me, params }: Call<typeof listSelfRatings>): Promise<Answer<typeof listSelfRatings>> {
    return this.ratings.list(me, params.enrollmentId);
  }

  @Route(rateSkill)
  rate({ me, params, body }: Call<typeof rateSkill>): Promise<SelfRating> {
    return this.ratings.rate(me, params.enrollmentId, params.skillId, body.rating);
  }

  @Route(unrateSkill)
  async unrate({ me, params }: Call<typeof unrateSkill>): Promise<undefined> {
    await this.ratings.unrate(me, params.enrollmentId, params.skillId);
  }
}
