import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyBaseLogger } from 'fastify';
import { AppModule } from './app.module.js';
import { basePath } from './platform/http/base-path.js';
import { httpAdapter, secureHttp } from './platform/http/http-server.js';
import { addPlumbing } from './platform/http/plumbing.js';
import { ProblemFilter } from './platform/http/problem.filter.js';
import { refuseUndeclaredRoutes, workerServesPlumbingOnly } from './platform/http/route-guard.js';
import { serveWebApp } from './platform/http/web-app.js';
import type { Ground } from './platform/platform.module.js';

/** A whole Daymark, ready to listen: for the product, tests and benchmarks alike. The database must be migrated already. */
export async function createApp(ground: Ground): Promise<NestFastifyApplication> {
  const adapter = httpAdapter(ground.config, ground.log);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.on(ground), adapter, { bufferLogs: true, abortOnError: false });
  app.useLogger(intoPino(adapter.getInstance().log));
  app.setGlobalPrefix('api/v1');
  const checkRoutes = refuseUndeclaredRoutes(app);
  await secureHttp(app, ground.config, 'redisUrl' in ground.queueStore ? ground.queueStore.redisUrl : undefined);
  app.useGlobalFilters(new ProblemFilter());
  addPlumbing(app, ground.config);
  if (ground.config.DAYMARK_ROLES === 'worker') workerServesPlumbingOnly(app);
  else await serveWebApp(app, basePath(ground.config));
  await app.init();
  checkRoutes();
  return app;
}

/** Nest's own words go where Fastify's go, structured alike; what Nest says of its wiring is for debugging. */
function intoPino(log: FastifyBaseLogger): LoggerService {
  const write =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (message: unknown, ...more: unknown[]) => {
      const context = more.at(-1);
      if (typeof message === 'object' && message !== null) log[level]({ ...message, context }, String(more[0] ?? ''));
      else log[level]({ context, ...(more.length > 1 && { stack: more[0] }) }, String(message));
    };
  return { log: write('debug'), error: write('error'), warn: write('warn'), debug: write('debug'), verbose: write('debug'), fatal: write('error') };
}
