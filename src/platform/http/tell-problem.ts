import { HttpException } from '@nestjs/common';
import { Problem } from './problem.js';
import type { ProblemBody, ProblemKind } from './problem.contract.js';
import {
  bodyTooLarge,
  databaseDown,
  diskFull,
  invalidInput,
  malformedBody,
  notFound,
  tooManyRequests,
  unexpected,
  wrongContentType,
} from './problems.contract.js';

/** Error codes of PostgreSQL and of the network for a database that is unreachable or shutting down. */
const DATABASE_GONE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08001',
  '08003',
  '08006',
  '53300',
]);
/** Error codes of PostgreSQL and of the operating system for a full disk. */
const DISK_FULL = new Set(['53100', 'ENOSPC', 'EDQUOT']);
/** Error codes of PostgreSQL for a value that a column cannot hold: U+0000 in a text, a cursor that somebody made up. */
const UNREADABLE = new Set(['22021', '22P05', '22P02', '22007', '22008']);
/** foreign_key_violation: a row refers to one that was just deleted, perhaps to an account whose token is still valid. */
const RELATED_GONE = '23503';
const POOL_WORDS = /timeout exceeded when trying to connect|Connection terminated|Driver not Connected|Query read timeout/i;

const OF_FASTIFY: Record<string, [ProblemKind, string]> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [bodyTooLarge, 'Send less at once.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [wrongContentType, 'Send JSON, with `Content-Type: application/json`.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: [malformedBody, 'The body is empty although its content type is JSON.'],
  FST_ERR_CTP_INVALID_JSON_BODY: [malformedBody, 'The body is not valid JSON.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [malformedBody, 'The body is not as long as Content-Length says.'],
};

const OF_STATUS: Record<number, [ProblemKind, string]> = {
  400: [malformedBody, 'The request cannot be read.'],
  404: [notFound, 'There is nothing at this address.'],
  413: [bodyTooLarge, 'Send less at once.'],
  415: [wrongContentType, 'Send JSON, with `Content-Type: application/json`.'],
  429: [tooManyRequests, 'Wait a moment, then try again.'],
};

/**
 * The problem body (RFC 9457) for an error. For unexpected errors, it reveals nothing about the implementation.
 * @param limit how many bytes the endpoint accepts
 */
export function tellProblem(error: unknown, limit?: number): ProblemBody {
  const told = tell(error);
  return told.status === 413 && limit !== undefined ? { ...told, detail: `The limit is ${sizeText(limit)}. Send a smaller file, or send it in parts.` } : told;
}

/** Rounded down to whole MB or kB, because a limit may include a little more than the file. */
const sizeText = (bytes: number): string => (bytes >= MEGABYTE ? `${Math.floor(bytes / MEGABYTE)} MB` : `${Math.floor(bytes / 1_024)} kB`);
const MEGABYTE = 1_048_576;

function tell(error: unknown): ProblemBody {
  if (error instanceof Problem) return body(error.kind, error.message, error.facts);
  const { code, statusCode, message, cause, driverError } = (error ?? {}) as Record<string, unknown>;
  const known = OF_FASTIFY[String(code)] ?? OF_FASTIFY[String((cause as { code?: unknown } | undefined)?.code)];
  if (known) return body(...known);
  if ([error, cause, driverError].some(isDatabaseGone)) return body(databaseDown, 'Nothing was changed. Try again in a few seconds.');
  if ([error, cause, driverError].some(isDiskFull)) return body(diskFull, 'Tell the person who runs this Daymark, and try again when there is space.');
  if (code === RELATED_GONE) return body(notFound, 'The item that this belongs to was deleted.');
  if (UNREADABLE.has(String(code))) return body(invalidInput, 'The request contains characters or values that cannot be saved.');
  if (error instanceof SyntaxError && statusCode === 400) return body(malformedBody, 'The body is not valid JSON.');
  const status = error instanceof HttpException ? error.getStatus() : statusCode;
  const told = typeof status === 'number' ? OF_STATUS[status] : undefined;
  if (told) return body(...told);
  if (typeof status === 'number' && status >= 400 && status < 500) return body({ ...invalidInput, status: status as 400 }, String(message));
  return body(unexpected, 'The error was logged with the request id. Try again. If it happens again, contact the person who runs this Daymark.');
}

function body({ slug, status, title }: ProblemKind, detail: string, facts: object = {}): ProblemBody {
  return { ...facts, type: `/problems/${slug}`, title, status, detail };
}

const isDiskFull = (error: unknown): boolean => DISK_FULL.has(String((error as { code?: unknown } | null | undefined)?.code));

function isDatabaseGone(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, message, errors } = error as { code?: unknown; message?: unknown; errors?: unknown[] };
  if (typeof code === 'string' && DATABASE_GONE.has(code)) return true;
  if (Array.isArray(errors) && errors.some(isDatabaseGone)) return true;
  return typeof message === 'string' && POOL_WORDS.test(message);
}
