import { createHash } from 'node:crypto';
import type { PassModel } from './pass-model.js';

const DIGITS = 8;

/** The name of a fit: the data it was fitted to, and a hash of its coefficients, so that two fits to the same data differ. */
export function modelVersion(data: string, { knots, levelSd, usual }: Omit<PassModel, 'version'>): string {
  const hash = createHash('sha256').update(JSON.stringify([knots, levelSd, usual]));
  return `${data}-${hash.digest('hex').slice(0, DIGITS)}`;
}
