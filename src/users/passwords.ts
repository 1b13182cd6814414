import { hash, verify } from '@node-rs/argon2';

/** Argon2id at the OWASP minimum (19 MiB, two passes, one lane): about 65 ms of one core. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Of the same cost and form as all others, and no password's. */
const NOBODYS = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** Keyboards write the same password in different ways (é as one character or two): hashed in NFKC, as RFC 8265 has it. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), COST);

/** Whether the password fits. Takes as long where there is no account or no password, so that time tells nothing. */
export async function fits(password: string, passwordHash: string | null | undefined): Promise<boolean> {
  const known = passwordHash ?? NOBODYS;
  const normal = password.normalize('NFKC');
  // Hashes from before passwords were normalized are of what was typed.
  const isRight = (await verify(known, normal)) || (normal !== password && (await verify(known, password)));
  return isRight && typeof passwordHash === 'string';
}
