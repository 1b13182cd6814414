import { Controller } from '@nestjs/common';
import type { Answer } from '../../platform/http/endpoint.contract.js';
import { Route, type Call } from '../../platform/http/route.js';
import { endOtherSessions, endSession, listSessions } from './sign-ins.contract.js';
import { SignInsService } from './sign-ins.service.js';

@Controller()
export class SignInsController {
  constructor(private readonly signIns: SignInsService) {}

  @Route(listSessions)
  list({ me }: Call<typeof listSessions>): Promise<Answer<typeof listSessions>> {
    return this.signIns.list(me);
  }

  @Route(endSession)
  async end({ me, params }: Call<typeof endSession>): Promise<undefined> {
    await this.signIns.end(me, params.sessionId);
  }

  @Route(endOtherSessions)
  async endOthers({ me }: Call<typeof endOtherSessions>): Promise<undefined> {
    await this.signIns.endOthers(me);
  }
}
