import { Controller } from '@nestjs/common';
import { Route, type Call } from '../../platform/http/route.js';
import { EvidenceReadingService } from './evidence-reading.service.js';
import { listWaitingReviews, reviewEvidence } from './reviews.contract.js';
import { ReviewsService } from './reviews.service.js';
import { listSignOffs, revokeSignOff, signOff } from './sign-offs.contract.js';
import { SignOffsService } from './sign-offs.service.js';

@Controller()
export class ReviewsController {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly reading: EvidenceReadingService,
    private readonly signOffs: SignOffsService,
  ) {}

  @Route(reviewEvidence)
  review({ me, params, body, headers }: Call<typeof reviewEvidence>) {
    return this.reviews.review(me, params.enrollmentId, params.evidenceId, body, headers['idempotency-key']);
  }

  @Route(listWaitingReviews)
  waiting({ me, query }: Call<typeof listWaitingReviews>) {
    return this.reading.waiting(me, query);
  }

  @Route(listSignOffs)
  list({ me, params }: Call<typeof listSignOffs>) {
    return this.signOffs.list(me, params.enrollmentId);
  }

  @Route(signOff)
  sign({ me, params, body }: Call<typeof signOff>) {
    return this.signOffs.sign(me, params.enrollmentId, params.skillId, body.note);
  }

  @Route(revokeSignOff)
  revoke({ me, params }: Call<typeof revokeSignOff>) {
    return this.signOffs.revoke(me, params.enrollmentId, params.skillId);
  }
}
