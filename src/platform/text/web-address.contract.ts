import { z } from 'zod';

/** Blanks, controls and signs that turn a text: no address needs them, and with them it shows as another one. */
const DECEIVING = /[\p{Cc}\p{Cf}\p{Cs}\p{Z}]/u;

/** An address to link to. Nothing else than http and https, which a browser could run. */
export const webAddress = (error: string) =>
  z.url({ protocol: /^https?$/, error, abort: true }).refine((url) => !DECEIVING.test(url), 'A web address can’t contain blanks or invisible characters');
