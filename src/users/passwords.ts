import { hash, verify } from '@node-rs/argon2';
import type { Config } from '../platform/config/config.js';

/** How much checking a password costs. At the default of 19 MiB it takes about 65 ms of one core. */
type Cost = Pick<Config, 'DAYMARK_PASSWORD_MEMORY_KIB'>;

/** Argon2id with two passes and one lane. */
const optionsOf = ({ DAYMARK_PASSWORD_MEMORY_KIB: memoryCost }: Cost) => ({ memoryCost, timeCost: 2, parallelism: 1 });

/** A hash that no password matches, with the same cost and form as all others. */
export function hashOfNobody(cost: Cost): string {
  const { memoryCost, timeCost, parallelism } = optionsOf(cost);
  return `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`;
}

/** Keyboards write the same password in different ways (é as one character or two), so it is hashed in NFKC, as in RFC 8265. */
export const hashPassword = (password: string, cost: Cost): Promise<string> => hash(password.normalize('NFKC'), optionsOf(cost));

/** Whether the password matches. Takes the same time without an account or a password, so that the time reveals nothing. */
export async function fits(password: string, passwordHash: string | null | undefined, cost: Cost): Promise<boolean> {
  const known = passwordHash ?? hashOfNobody(cost);
  const normal = password.normalize('NFKC');
  // Older hashes are of the password as it was typed, without normalization.
  const isRight = (await verify(known, normal)) || (normal !== password && (await verify(known, password)));
  return isRight && typeof passwordHash === 'string';
}
