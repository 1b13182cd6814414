import { Controller } from '@nestjs/common';
import { Route, type Call } from '../../platform/http/route.js';
import { DirectoryService } from '../directory.service.js';
import type { AccountRow } from '../users.contract.js';
import { deactivateAccount, reactivateAccount } from './deactivation.contract.js';
import { DeactivationsService } from './deactivations.service.js';

@Controller()
export class DeactivationsController {
  constructor(
    private readonly deactivations: DeactivationsService,
    private readonly directory: DirectoryService,
  ) {}

  @Route(deactivateAccount)
  async deactivate({ me, params, body }: Call<typeof deactivateAccount>): Promise<AccountRow> {
    await this.deactivations.deactivate(me, params.accountId, body.learnersTo);
    return this.directory.one(params.accountId);
  }

  @Route(reactivateAccount)
  async reactivate({ me, params }: Call<typeof reactivateAccount>): Promise<AccountRow> {
    await this.deactivations.reactivate(me, params.accountId);
    return this.directory.one(params.accountId);
  }
}
