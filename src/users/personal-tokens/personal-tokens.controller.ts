import { Controller } from '@nestjs/common';
import type { Answer } from '../../platform/http/endpoint.contract.js';
import { Route, type Call } from '../../platform/http/route.js';
import { listPersonalTokens, makePersonalToken, revokePersonalToken } from './personal-tokens.contract.js';
import { PersonalTokensService } from './personal-tokens.service.js';

@Controller()
export class PersonalTokensController {
  constructor(private readonly tokens: PersonalTokensService) {}

  @Route(makePersonalToken)
  make({ me, body }: Call<typeof makePersonalToken>): Promise<Answer<typeof makePersonalToken>> {
    return this.tokens.make(me, body);
  }

  @Route(listPersonalTokens)
  list({ me }: Call<typeof listPersonalTokens>): Promise<Answer<typeof listPersonalTokens>> {
    return this.tokens.list(me);
  }

  @Route(revokePersonalToken)
  async revoke({ me, params }: Call<typeof revokePersonalToken>): Promise<undefined> {
    await this.tokens.revoke(me, params.tokenId);
  }
}
