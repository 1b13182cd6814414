import { z } from 'zod';
import { endpoint } from '../../platform/http/endpoint.contract.js';
import { Instant } from '../../platform/time/time.contract.js';

export const SignedInDevice = z
  .object({
    id: z.uuid(),
    browser: z.string().nullable().describe('For example Firefox; null where it is unknown'),
    system: z.string().nullable().describe('For example Windows; null where it is unknown'),
    signedInAt: Instant,
    lastSeenAt: Instant.describe('To the hour'),
    isCurrent: z.boolean().describe('Whether this request came from it'),
  })
  .meta({ id: 'SignedInDevice' });
export type SignedInDevice = z.output<typeof SignedInDevice>;

export const listSessions = endpoint({
  method: 'GET',
  path: '/sessions',
  summary: 'List where you are signed in, this device first, then the one used last',
  allow: 'signed-in',
  answer: z.object({ items: z.array(SignedInDevice) }),
});

export const endSession = endpoint({
  method: 'DELETE',
  path: '/sessions/:sessionId',
  summary: 'Sign out one of your devices. Repeating it changes nothing',
  allow: 'signed-in',
  securityEvent: 'sign-out',
  params: z.object({ sessionId: z.uuid() }),
});

export const endOtherSessions = endpoint({
  method: 'DELETE',
  path: '/sessions',
  summary: 'Sign out all your devices but this one',
  allow: 'signed-in',
  securityEvent: 'sign-out',
});
