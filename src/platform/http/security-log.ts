import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { createHmac } from 'node:crypto';
import type { Person } from '../auth/person.js';
import type { Config } from '../config/config.js';
import { emailKey } from '../mail/email-address.contract.js';
import { refusalOf } from './problem.filter.js';
import { declaredEndpoint } from './route.js';

type Http = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;

const MESSAGE = 'security event';
/** Whatever the endpoint is, these are worth a line: somebody may not do this, or does it too often. */
const ALWAYS = new Set([403, 429]);

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
    const event = endpoint?.securityEvent ?? (ALWAYS.has(statusCode) ? 'refused' : undefined);
    if (event === undefined) return;
    const outcome = refusalOf(request) ?? 'done';
    const facts = { security: event, outcome, address: request.ip, person: personOf(request), account: accountOf(request, config) };
    request.log[outcome === 'done' ? 'info' : 'warn'](facts, MESSAGE);
  });
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
