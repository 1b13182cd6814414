import { z } from 'zod';
import { endpoint } from '../../platform/http/endpoint.contract.js';
import { problem } from '../../platform/http/problem.contract.js';

export const accountNotActive = problem({ slug: 'account-not-active', status: 409, title: 'This account is deactivated' });

export const sendPasswordLink = endpoint({
  method: 'POST',
  path: '/accounts/:accountId/password-resets',
  summary: 'Mail a person a link to set a new password. Nobody else sees the link. The current password works until the link is used',
  allow: 'administer',
  securityEvent: 'password-link',
  status: 202,
  params: z.object({ accountId: z.uuid() }),
  answer: z.object({ sent: z.literal(true) }),
  refusals: [accountNotActive],
});
