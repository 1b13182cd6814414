import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { createHmac } from 'node:crypto';
import type { Person } from '../auth/person.js';
import { personalTokenOf } from '../auth/personal-tokens.js';
import type { Config } from '../config/config.js';
import { emailKey } from '../mail/email-address.contract.js';
import { NOTHING, type Endpoint } from './endpoint.contract.js';
import { refusalOf } from './problem.filter.js';
import { declaredEndpoint } from './route.js';

type Http = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;

const MESSAGE = 'security event';
/** The event of a request that was not permitted, if its endpoint declares no event. */
export const REFUSED = 'refused';
/** Somebody may not do this, or does it too often. */
const ALWAYS = new Set([403, 429]);
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** For what only a service knows. It writes ids and never a token, a password or an email address. */
@Injectable()
export class SecurityLog {
  constructor(private readonly host: HttpAdapterHost) {}

  note(event: string, facts: Record<string, string>): void {
    // A command has no HTTP server, and so no log.
    const http = this.host.httpAdapter?.getInstance() as Http | undefined;
    http?.log.warn({ security: event, ...facts }, MESSAGE);
  }
}

/** Writes a line for each outcome of an endpoint whose contract names a security event, and for each request that was not permitted. */
export function logSecurityEvents(http: Http, config: Config): void {
  http.addHook('onResponse', async (request, { statusCode }) => {
    const endpoint = declaredEndpoint(request.method, request.routeOptions.url ?? '');
    const event = endpoint?.securityEvent ?? (isRefused(request, statusCode, endpoint) ? REFUSED : undefined);
    if (event === undefined) return;
    const outcome = refusalOf(request) ?? 'done';
    const who = { address: request.ip, person: personOf(request), account: accountOf(request, config) };
    request.log[outcome === 'done' ? 'info' : 'warn']({ security: event, outcome, ...who, to: idsOf(request) }, MESSAGE);
  });
}

/**
 * Data of somebody else are answered as if they did not exist, so that a 404 may be an attempt to read them. A 401 counts if a personal token
 * was sent: access tokens expire every few minutes.
 */
function isRefused(request: FastifyRequest, status: number, endpoint: Endpoint | undefined): boolean {
  if (ALWAYS.has(status)) return true;
  if (status === 401) return personalTokenOf(request) !== undefined;
  return status === 404 && endpoint !== undefined && (endpoint.allow !== 'public' || endpoint.path.endsWith('/:token')) && endpoint.params !== NOTHING;
}

/** The ids in the address of the request, by their names: which account or enrollment it was about. A token is no such id. */
function idsOf({ params }: FastifyRequest): Record<string, string> | undefined {
  const ids = Object.entries((params ?? {}) as Record<string, string>).filter(([, value]) => UUID.test(value));
  return ids.length > 0 ? Object.fromEntries(ids) : undefined;
}

const personOf = (request: FastifyRequest): string | undefined => (request as { user?: Person }).user?.id;

/** Tells attempts on one account from those on another without saying which: a keyed hash of the email that was typed. */
function accountOf({ body }: FastifyRequest, { DAYMARK_TOKEN_SECRET }: Config): string | undefined {
  const email = (body as { email?: unknown } | null | undefined)?.email;
  if (typeof email !== 'string') return undefined;
  return createHmac('sha256', DAYMARK_TOKEN_SECRET)
    .update(`log ${emailKey(email)}`)
    .digest('base64url')
    .slice(0, 16);
}
