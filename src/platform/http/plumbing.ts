import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, type Registry } from 'prom-client';
import { Health } from '../health/health.js';
import { Measures } from '../health/measures.js';
import type { Config } from '../config/config.js';
import { basePath } from './base-path.js';
import { Problem } from './problem.js';
import { sendProblem } from './problem.filter.js';
import { notSignedIn } from './problems.contract.js';
import { mayWatch } from './watchers.js';
import { openApi } from './openapi.js';
import { servedEndpoints } from './served-endpoints.js';

/** The few addresses that are no endpoints of the API: for machines that watch over Daymark, and the API's own description. */
export const PLUMBING = ['/health/live', '/health/ready', '/health/worker', '/metrics', '/api/openapi.json'] as const;

/** The version of the API, as in its path. Only admins can see the version of Daymark. */
const API_VERSION = '1';

export function addPlumbing(app: NestFastifyApplication, config: Config): void {
  const http = app.getHttpAdapter().getInstance();
  const health = app.get(Health);
  http.get('/health/live', async () => ({ alive: true }));
  // Two endpoints: a process with a failing worker still serves people, and a load balancer must not remove it.
  for (const [path, side] of [['/health/ready'], ['/health/worker', 'worker']] as const) {
    http.get(path, async (_: FastifyRequest, reply: FastifyReply) => {
      const state = await health.readiness(side);
      return reply.status(state.ready ? 200 : 503).send(state);
    });
  }
  let document: object | undefined;
  http.get('/api/openapi.json', async () => (document ??= openApi(servedEndpoints(app), API_VERSION, basePath(config))));
  addMetrics(http, health, app.get(Measures).registry, config);
}

type Http = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;

function addMetrics(http: Http, health: Health, registry: Registry, config: Config): void {
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({ name: 'daymark_http_seconds', help: 'Time to answer', labelNames: ['method', 'route', 'status'], registers: [registry] });
  const waiting = new Gauge({ name: 'daymark_jobs_waiting', help: 'Jobs that wait', labelNames: ['queue'], registers: [registry] });
  const working = new Gauge({ name: 'daymark_worker_ready', help: 'Whether background work is done (1) or not (0)', registers: [registry] });
  http.addHook('onResponse', async (request, reply) => {
    seconds.observe({ method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode }, reply.elapsedTime / 1_000);
  });
  http.get('/metrics', async (request, reply) => {
    if (!mayWatch(request, config)) {
      sendProblem(new Problem(notSignedIn, 'Send the value of DAYMARK_METRICS_TOKEN as `Authorization: Bearer`.'), request, reply);
      return reply;
    }
    working.set((await health.readiness('worker')).workerReady ? 1 : 0);
    // While the queues are away the other measures are served all the same.
    waiting.reset();
    for (const [queue, count] of Object.entries((await health.waiting()) ?? {})) waiting.set({ queue }, count);
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
