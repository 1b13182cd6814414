import { z } from 'zod';

/** Blanks, controls and characters that reorder text. No address needs them, and they can make it look like another. */
const SPOOFING = /[\p{Cc}\p{Cf}\p{Cs}\p{Z}]/u;

/** An address to link to. Nothing else than http and https, which a browser could run. */
export const webAddress = (error: string) =>
  z.url({ protocol: /^https?$/, error, abort: true }).refine((url) => !SPOOFING.test(url), 'A web address can’t contain blanks or invisible characters');
