import { Controller } from '@nestjs/common';
import { Route, type Call } from '../../platform/http/route.js';
import { askForWaiver, declineWaiverRequest, listWaiverRequests, withdrawWaiverRequest } from './waiver-requests.contract.js';
import { WaiverRequestsService } from './waiver-requests.service.js';

@Controller()
export class WaiverRequestsController {
  constructor(private readonly requests: WaiverRequestsService) {}

  @Route(askForWaiver)
  ask({ me, params, body }: Call<typeof askForWaiver>) {
    return this.requests.ask(me, params.levelId, body.reason);
  }

  @Route(withdrawWaiverRequest)
  withdraw({ me, params }: Call<typeof withdrawWaiverRequest>) {
    return this.requests.withdraw(me, params.levelId);
  }

  @Route(listWaiverRequests)
  list({ me, query }: Call<typeof listWaiverRequests>) {
    return this.requests.list(me, query);
  }

  @Route(declineWaiverRequest)
  decline({ me, params, body }: Call<typeof declineWaiverRequest>) {
    return this.requests.decline(me, params.requestId, body.reason);
  }
}
