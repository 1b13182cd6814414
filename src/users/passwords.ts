import { hash, verify } from '@node-rs/argon2';

/** Argon2id at the OWASP minimum (19 MiB, two passes, one lane): about 65 ms of one core. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

let nobodys: Promise<string> | undefined;

/** Whether the password fits. Takes as long where there is no account or no password, so that time tells nothing. */
export async function fits(password: string, passwordHash: string | null | undefined): Promise<boolean> {
  const known = passwordHash ?? (await (nobodys ??= hashPassword('nobody has this password')));
  return (await verify(known, password)) && Boolean(passwordHash);
}
