import { Injectable } from '@nestjs/common';
import { Statements, type Statement } from '../platform/database/statements.js';
import { MailRecipients } from '../platform/mail/mail-recipients.js';
import { INVITATION_MAIL } from './invitations/invitation-mail.js';

/** Parameters: account or invitation, and whether the mail is an invitation, which is of use only while that is open. */
const stopped: Statement = {
  name: 'mail-is-stopped',
  text: `select exists (select from account where id = $1 and deactivated_at is not null)
    or ($2::boolean and not exists (select from invitation where id = $1)) as "isStopped"`,
};

/** Deactivated people get no mail, not even mail that was written before. Canceled invitations are not sent. */
@Injectable()
export class AccountMailRecipients extends MailRecipients {
  constructor(private readonly statements: Statements) {
    super();
  }

  async mayReceive({ personId, kind }: { personId: string; kind: string }): Promise<boolean> {
    const [row] = await this.statements.run<{ isStopped: boolean }>(stopped, [personId, kind === INVITATION_MAIL]);
    return !row?.isStopped;
  }
}
