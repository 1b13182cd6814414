import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { publicUrl, type Config } from '../config/config.js';
import type { Endpoint } from './endpoint.contract.js';
import { Problem } from './problem.js';
import { foreignOrigin, wrongContentType } from './problems.contract.js';
import { declaredEndpoint } from './route.js';

type Http = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
/** The three content types of HTML forms. A page on any site can send them without a CORS preflight. */
const OF_FORMS = new Set(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']);

/** Refuses writes that a page on another site makes the browser send (OWASP: login CSRF), before the body is read. */
export function refuseForeignRequests(http: Http, config: Config): void {
  const ours = new URL(publicUrl(config)).origin;
  http.addHook('onRequest', async (request) => {
    if (READING.has(request.method)) return;
    const endpoint = declaredEndpoint(request.method, request.routeOptions.url ?? '');
    if (!endpoint || endpoint.forms) return;
    refuseForms(request);
    if (isForBrowsersAlone(endpoint) && isForeign(request, ours))
      throw new Problem(foreignOrigin, 'Open Daymark and try again there. Pages on other sites can’t do this for you.');
  });
}

function refuseForms({ headers }: FastifyRequest): void {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== undefined && OF_FORMS.has(type))
    throw new Problem(wrongContentType, 'This endpoint doesn’t accept forms. Send JSON with `Content-Type: application/json`.');
}

/** Writes that a personal access token can’t do. Writes with a token are allowed from any site: the caller must know the token, and cookies don’t count. */
export const isForBrowsersAlone = ({ method, scope, forms }: Endpoint): boolean => !READING.has(method) && scope === undefined && !forms;

/**
 * Whether a browser says that another site sent this. Other programs send neither header. Sec-Fetch-Site decides if it is present. Without it
 * (plain http, old browsers), Origin must be the public address or the host of the request.
 */
function isForeign({ headers, host }: FastifyRequest, ours: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = headers;
  return origin !== undefined && origin !== ours && hostOf(origin) !== host;
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
