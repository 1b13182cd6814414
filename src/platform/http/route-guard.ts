import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PLUMBING } from './plumbing.js';
import { Problem } from './problem.js';
import { notFound } from './problems.contract.js';
import { sendProblem } from './problem.filter.js';
import { servedEndpoints } from './served-endpoints.js';

/** Below the API every route is an endpoint with its permission; one that is not stops the start. Call what it answers after `init`. */
export function refuseUndeclaredRoutes(app: NestFastifyApplication): () => void {
  const routes = new Set<string>();
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', ({ method, url }) => {
      for (const each of [method].flat()) if (url.startsWith('/api/v1') && each !== 'HEAD') routes.add(`${each} ${url.slice('/api/v1'.length)}`);
    });
  return () => {
    for (const { method, path } of servedEndpoints(app)) routes.delete(`${method} ${path}`);
    if (routes.size > 0) throw new Error(`Routes without a permission: ${[...routes].join(', ')}. Declare them with @Route(endpoint).`);
  };
}

/** The worker answers those who watch over it, and nobody else. */
export function workerServesPlumbingOnly(app: NestFastifyApplication): void {
  const open: ReadonlySet<string> = new Set(PLUMBING.filter((path) => !path.startsWith('/api')));
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request, reply) => {
      if (open.has(request.url.split('?')[0] ?? '')) return;
      sendProblem(new Problem(notFound, 'This process is a worker: it serves no API.'), request, reply);
      return reply;
    });
}
