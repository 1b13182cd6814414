import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from './problem.js';
import { notFound } from './problems.contract.js';
import { sendProblem } from './problem.filter.js';

/** Serves the built web app; an address without a file is a page of it, for the browser decides which. */
export async function serveWebApp(app: NestFastifyApplication, folder = join(process.cwd(), 'dist', 'web')): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return;
  const http = app.getHttpAdapter().getInstance();
  await app.register(fastifyStatic, { root: folder, wildcard: false, index: false, setHeaders });
  http.get('/*', (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const isPage = !/^\/(api\/v1|api\/openapi|health|assets)(\/|$)/.test(path) && !/\.\w{2,5}$/.test(path);
    if (isPage) return reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false });
    sendProblem(new Problem(notFound, 'There is nothing at this address.'), request, reply);
    return reply;
  });
}

function setHeaders(reply: { header(name: string, value: string): unknown }, path: string): void {
  // Files below assets/ carry their content's hash in their names.
  reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
}
