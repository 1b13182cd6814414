import { z } from 'zod';
import { Scope } from '../../platform/auth/permission.contract.js';
import { endpoint } from '../../platform/http/endpoint.contract.js';
import { problem } from '../../platform/http/problem.contract.js';
import { Instant, LocalDate } from '../../platform/time/time.contract.js';
import { TypedPassword, wrongPassword } from '../users.contract.js';
import { atMost, Line } from '../../platform/text/normal-text.contract.js';

/** More tokens than this can only come from a script that creates them. */
export const MOST_TOKENS = 50;

export const NewPersonalToken = z
  .object({
    name: Line.min(1, 'Say what the token is for').check(atMost(80)),
    scopes: z.array(Scope).min(1, 'At least one scope').describe('`read` reads what is yours; `log-study` logs study and corrects it'),
    expiresInDays: z
      .int('Whole days')
      .min(1, 'At least a day')
      .max(366, 'At most a year')
      .nullable()
      .default(90)
      .describe('Null for a token that does not expire'),
    password: TypedPassword.describe('Your password, again'),
  })
  .meta({ id: 'NewPersonalToken' });

export const PersonalToken = z
  .object({
    id: z.uuid(),
    name: z.string(),
    scopes: z.array(Scope),
    createdAt: Instant,
    expiresAt: Instant.nullable(),
    lastUsedOn: LocalDate.nullable().describe('In UTC'),
    revokedAt: Instant.nullable(),
  })
  .meta({ id: 'PersonalToken' });
export type PersonalToken = z.output<typeof PersonalToken>;

export const tooManyTokens = problem({ slug: 'too-many-tokens', status: 409, title: 'You have too many tokens' });

export const makePersonalToken = endpoint({
  method: 'POST',
  path: '/personal-tokens',
  summary: 'Create a personal access token for a script. It is shown only once, and a mail tells you about it',
  allow: 'signed-in',
  securityEvent: 'personal-token-made',
  body: NewPersonalToken,
  answer: PersonalToken.extend({ token: z.string().describe('Send as `Authorization: Bearer`') }),
  refusals: [wrongPassword, tooManyTokens],
});

export const listPersonalTokens = endpoint({
  method: 'GET',
  path: '/personal-tokens',
  summary: 'List your personal access tokens that were not revoked, the newest first',
  allow: 'signed-in',
  answer: z.object({ items: z.array(PersonalToken) }),
});

export const revokePersonalToken = endpoint({
  method: 'DELETE',
  path: '/personal-tokens/:tokenId',
  summary: 'Revoke a personal access token. Repeating it changes nothing',
  allow: 'signed-in',
  securityEvent: 'personal-token-revoked',
  params: z.object({ tokenId: z.uuid() }),
});
