/** `npm run account -- reset EMAIL`: a new password for someone who lost theirs, for whoever runs this Daymark. */
import { DataSource } from 'typeorm';
import { emailKey } from '../platform/mail/email-address.contract.js';
import { runCommand } from '../run-command.js';
import { AccountEntity } from './account.entity.js';
import { PasswordChangeService } from './password-change.service.js';
import { PasswordGuessesService } from './password-guesses.service.js';
import { newPassword } from './tokens.js';

await runCommand(async (app, [verb, email]) => {
  if (verb !== 'reset' || !email) throw new Error('Usage: npm run account -- reset EMAIL');
  const account = await app.get(DataSource).manager.findOneBy(AccountEntity, { emailKey: emailKey(email) });
  if (!account) throw new Error(`There is no account with the email ${email}.`);
  const password = newPassword();
  await app.get(PasswordChangeService).set(account.id, password);
  // Whoever lost a password has often used up their tries.
  await app.get(PasswordGuessesService).forget(account);
  console.log(`New password of ${account.email}, shown this once: ${password}`);
  if (account.deactivatedAt) console.log('This account is deactivated. An admin reactivates it on the page People.');
});
