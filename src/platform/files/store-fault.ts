import { Logger } from '@nestjs/common';
import { Problem } from '../http/problem.js';
import { filesDown } from './files.contract.js';

const logger = new Logger('FileStore');

/** What a store could not do: the reason goes into the log and is the cause, for the operator; the caller learns that it can be tried again. */
export function storeFault(what: string, why: unknown): Problem {
  logger.error({ err: why }, `${what} failed`);
  const problem = new Problem(filesDown, 'Nothing was changed. Try again in a minute. If it happens again, contact the person who runs this Daymark.');
  problem.cause = why;
  return problem;
}
