import { z } from 'zod';
import { endpoint } from '../http/endpoint.contract.js';

export const readVersion = endpoint({
  method: 'GET',
  path: '/version',
  summary: 'Read which version of Daymark runs here',
  allow: 'administer',
  answer: z.object({ version: z.string() }),
});
