import { Controller } from '@nestjs/common';
import { Route, type Call } from '../../platform/http/route.js';
import { DirectoryService } from '../directory.service.js';
import type { AccountRow } from '../users.contract.js';
import { confirmEmail, confirmEmailOf, sendEmailConfirmation } from './email-confirmations.contract.js';
import { EmailConfirmationsService } from './email-confirmations.service.js';
import { LinkConfirmationsService } from './link-confirmations.service.js';

@Controller()
export class EmailConfirmationsController {
  constructor(
    private readonly confirmations: EmailConfirmationsService,
    private readonly links: LinkConfirmationsService,
    private readonly directory: DirectoryService,
  ) {}

  @Route(sendEmailConfirmation)
  async send({ me }: Call<typeof sendEmailConfirmation>): Promise<{ sent: true }> {
    await this.confirmations.sendAgain(me);
    return { sent: true };
  }

  @Route(confirmEmail)
  async confirm({ params, body }: Call<typeof confirmEmail>): Promise<{ confirmed: true }> {
    await this.links.confirm(params.token, body.password);
    return { confirmed: true };
  }

  @Route(confirmEmailOf)
  async confirmOf({ me, params }: Call<typeof confirmEmailOf>): Promise<AccountRow> {
    await this.confirmations.confirmOf(me, params.accountId);
    return this.directory.one(params.accountId);
  }
}
