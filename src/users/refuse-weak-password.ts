import { Problem } from '../platform/http/problem.js';
import { isCommonPassword } from './common-passwords.js';
import { weakPassword } from './users.contract.js';
import { WEAKNESSES, weaknessOf, type PasswordOwner } from './weak-password.js';

/** Refuses a new password that is easy to guess; the fault names the member of the body, so that a form shows it on its field. */
export async function refuseWeakPassword(member: 'password' | 'next', password: string, owner: PasswordOwner): Promise<void> {
  const weakness = await weaknessOf(password, owner, isCommonPassword);
  if (weakness === null) return;
  const message = `${WEAKNESSES[weakness]}.`;
  throw new Problem(weakPassword, message, { errors: [{ path: `body.${member}`, message }] });
}
