import { Controller } from '@nestjs/common';
import type { Answer } from '../../platform/http/endpoint.contract.js';
import { Route, type Call } from '../../platform/http/route.js';
import { PlanDecisionsService } from './plan-decisions.service.js';
import { PlanProposalsService } from './plan-proposals.service.js';
import { acceptPlanProposal, discardPlanProposal, listPlanProposals, proposePlan, readPlanProposal, undoPlanProposal } from './proposals.contract.js';

@Controller()
export class PlanProposalsController {
  constructor(
    private readonly proposals: PlanProposalsService,
    private readonly decisions: PlanDecisionsService,
  ) {}

  @Route(proposePlan)
  proposePlan({ me, params, body }: Call<typeof proposePlan>): Promise<Answer<typeof proposePlan>> {
    return this.proposals.propose(me, params.enrollmentId, body);
  }

  @Route(listPlanProposals)
  listPlanProposals({ me, params, query }: Call<typeof listPlanProposals>): Promise<Answer<typeof listPlanProposals>> {
    return this.proposals.list(me, params.enrollmentId, query);
  }

  @Route(readPlanProposal)
  readPlanProposal({ me, params }: Call<typeof readPlanProposal>): Promise<Answer<typeof readPlanProposal>> {
    return this.proposals.read(me, params.enrollmentId, params.proposalId);
  }

  @Route(acceptPlanProposal)
  acceptPlanProposal({ me, params }: Call<typeof acceptPlanProposal>): Promise<Answer<typeof acceptPlanProposal>> {
    return this.decisions.accept(me, params.enrollmentId, params.proposalId);
  }

  @Route(undoPlanProposal)
  undoPlanProposal({ me, params }: Call<typeof undoPlanProposal>): Promise<Answer<typeof undoPlanProposal>> {
    return this.decisions.undo(me, params.enrollmentId, params.proposalId);
  }

  @Route(discardPlanProposal)
  discardPlanProposal({ me, params }: Call<typeof discardPlanProposal>): Promise<Answer<typeof discardPlanProposal>> {
    return this.decisions.discard(me, params.enrollmentId, params.proposalId);
  }
}
