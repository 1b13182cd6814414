import { Controller } from '@nestjs/common';
import { Route, type Call } from '../../platform/http/route.js';
import { AdmissionService } from './admission.service.js';
import { grantWaiver, listWaivers, readAdmission, revokeWaiver } from './waivers.contract.js';
import { WaiversService } from './waivers.service.js';

@Controller()
export class WaiversController {
  constructor(
    private readonly waivers: WaiversService,
    private readonly admission: AdmissionService,
  ) {}

  @Route(readAdmission)
  readAdmission({ me, params }: Call<typeof readAdmission>) {
    return this.admission.read(me, params.levelId);
  }

  @Route(listWaivers)
  list({ me, params, query }: Call<typeof listWaivers>) {
    return this.waivers.list(me, params.accountId, query);
  }

  @Route(grantWaiver)
  grant({ me, params, body }: Call<typeof grantWaiver>) {
    return this.waivers.grant(me, params.accountId, params.levelId, body.reason);
  }

  @Route(revokeWaiver)
  revoke({ me, params }: Call<typeof revokeWaiver>) {
    return this.waivers.revoke(me, params.accountId, params.levelId);
  }
}
