import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { publicUrl, type Config } from '../config/config.js';
import type { Endpoint } from './endpoint.contract.js';
import { Problem } from './problem.js';
import { foreignOrigin, wrongContentType } from './problems.contract.js';
import { declaredEndpoint } from './route.js';

type Http = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
/** What a page of any site can send without asking first: the three types of HTML forms. */
const OF_FORMS = new Set(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']);

/** Refuses writes that a page of another site makes a browser send (OWASP: login CSRF), before anything of them is read. */
export function refuseForeignRequests(http: Http, config: Config): void {
  const ours = new URL(publicUrl(config)).origin;
  http.addHook('onRequest', async (request) => {
    if (READING.has(request.method)) return;
    const endpoint = declaredEndpoint(request.method, request.routeOptions.url ?? '');
    if (!endpoint || endpoint.forms) return;
    refuseForms(request);
    if (isForBrowsersAlone(endpoint) && isForeign(request, ours))
      throw new Problem(foreignOrigin, 'Open Daymark itself and try again. A page of another site may not do this for you.');
  });
}

function refuseForms({ headers }: FastifyRequest): void {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== undefined && OF_FORMS.has(type))
    throw new Problem(wrongContentType, 'Forms are not read here. Send JSON, with `Content-Type: application/json`.');
}

/** Writes that no personal access token opens. Where one is enough, an app of another site may call: it has to know the token, and no cookie counts. */
export const isForBrowsersAlone = ({ method, scope, forms }: Endpoint): boolean => !READING.has(method) && scope === undefined && !forms;

/**
 * Whether a browser says that another site sent this. Programs that are no browsers send neither header. Sec-Fetch-Site decides where it is
 * there; without it, as on plain http or in old browsers, the origin must be the public address or the host that was asked.
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
