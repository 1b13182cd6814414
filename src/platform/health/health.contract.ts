import { z } from 'zod';
import { endpoint } from '../http/endpoint.contract.js';

export const readVersion = endpoint({
  method: 'GET',
  path: '/version',
  summary: 'Read the version of Daymark',
  allow: 'administer',
  answer: z.object({ version: z.string() }),
});
