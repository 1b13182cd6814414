import { Injectable } from '@nestjs/common';
import { MailRecipients } from '../platform/mail/mail-recipients.js';
import { Statements, type Statement } from '../platform/database/statements.js';

/** Parameter: account. */
const isStopped: Statement = {
  name: 'mail-is-stopped',
  text: `select exists (select from account where id = $1 and deactivated_at is not null) as "isStopped"`,
};

/** Deactivated people get no mail, not even what was written before. */
@Injectable()
export class AccountMailRecipients extends MailRecipients {
  constructor(private readonly statements: Statements) {
    super();
  }

  async mayReceive(personId: string): Promise<boolean> {
    const [row] = await this.statements.run<{ isStopped: boolean }>(isStopped, [personId]);
    return !row?.isStopped;
  }
}
