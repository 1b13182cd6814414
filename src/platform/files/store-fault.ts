import { Logger } from '@nestjs/common';
import { Problem } from '../http/problem.js';
import { filesDown } from './files.contract.js';

const logger = new Logger('FileStore');

/** An error of a file store. The log and `cause` have the reason, for the operator. The caller is told to try again. */
export function storeFault(what: string, why: unknown): Problem {
  logger.error({ err: why }, `${what} failed`);
  const problem = new Problem(filesDown, 'Nothing was changed. Try again in a minute. If it happens again, contact the person who runs this Daymark.');
  problem.cause = why;
  return problem;
}
