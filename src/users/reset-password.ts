import { DataSource } from 'typeorm';
import { emailKey } from '../platform/mail/email-address.contract.js';
import { runCommand } from '../run-command.js';
import { AccountEntity } from './account.entity.js';
import { PasswordChangeService } from './password-change.service.js';
import { PasswordGuessesService } from './password-guesses.service.js';
import { newPassword } from './tokens.js';

/** Gives the account of this address a new password and prints it: for the operator, from the command line. */
export async function resetPassword(email: string): Promise<void> {
  await runCommand(async (app) => {
    const account = await app.get(DataSource).manager.findOneBy(AccountEntity, { emailKey: emailKey(email) });
    if (!account) throw new Error(`There is no account with the email ${email}.`);
    const password = newPassword();
    await app.get(PasswordChangeService).set(account.id, password);
    // People who lost their password have often used up their attempts.
    await app.get(PasswordGuessesService).forget(account);
    process.stdout.write(`New password for ${account.email}, shown this once: ${password}\n`);
    if (account.deactivatedAt) process.stdout.write('This account is deactivated. An admin can reactivate it on the People page.\n');
  });
}
