import { Controller } from '@nestjs/common';
import { Route, type Call } from '../../platform/http/route.js';
import { sendPasswordLink } from './password-links.contract.js';
import { PasswordLinksService } from './password-links.service.js';

@Controller()
export class PasswordLinksController {
  constructor(private readonly links: PasswordLinksService) {}

  @Route(sendPasswordLink)
  async send({ me, params }: Call<typeof sendPasswordLink>): Promise<{ sent: true }> {
    await this.links.send(me, params.accountId);
    return { sent: true };
  }
}
