import { Controller } from '@nestjs/common';
import { Route, type Call } from '../../platform/http/route.js';
import { EmailChangeConfirmationService } from './email-change-confirmation.service.js';
import { cancelEmailChange, confirmEmailChange, readEmailChange, requestEmailChange, resendEmailChange, type EmailChange } from './email-change.contract.js';
import { EmailChangesService } from './email-changes.service.js';

@Controller()
export class EmailChangeController {
  constructor(
    private readonly changes: EmailChangesService,
    private readonly confirmation: EmailChangeConfirmationService,
  ) {}

  @Route(readEmailChange)
  read({ me }: Call<typeof readEmailChange>): Promise<EmailChange> {
    return this.changes.read(me);
  }

  @Route(requestEmailChange)
  request({ me, body }: Call<typeof requestEmailChange>): Promise<EmailChange> {
    return this.changes.request(me, body);
  }

  @Route(resendEmailChange)
  resend({ me }: Call<typeof resendEmailChange>): Promise<EmailChange> {
    return this.changes.resend(me);
  }

  @Route(cancelEmailChange)
  cancel({ me }: Call<typeof cancelEmailChange>): Promise<EmailChange> {
    return this.changes.cancel(me);
  }

  @Route(confirmEmailChange)
  async confirm({ me, params }: Call<typeof confirmEmailChange>): Promise<{ changed: true }> {
    await this.confirmation.confirm(params.token, me);
    return { changed: true };
  }
}
