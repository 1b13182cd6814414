import { z } from 'zod';
import { endpoint } from '../../platform/http/endpoint.contract.js';

export const DeviceKey = z
  .object({
    key: z
      .string()
      .regex(/^[\w-]{43}$/)
      .describe('256 bits in base64url, the same each time'),
  })
  .meta({ id: 'DeviceKey' });

export const readDeviceKey = endpoint({
  method: 'GET',
  path: '/accounts/me/device-key',
  summary: 'Read the key that locks what a device could not send before its session ended',
  allow: 'signed-in',
  answer: DeviceKey,
});
