import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Problem } from './problem.js';
import { notFound } from './problems.contract.js';
import { sendProblem } from './problem.filter.js';

const PAGE = 'index.html';

/** Serves the built web app below the path `base`; an address without a file is a page of it, for the browser decides which. */
export async function serveWebApp(app: NestFastifyApplication, base: string, folder = join(process.cwd(), 'dist', 'web')): Promise<void> {
  if (!existsSync(join(folder, PAGE))) return;
  const http = app.getHttpAdapter().getInstance();
  // The build leaves a .br and a .gz beside each file (scripts/compressed.mjs).
  await app.register(fastifyStatic, { root: folder, serve: false, setHeaders, preCompressed: true });
  const files = filesOf(folder);
  const sendPage = pageSender(readFileSync(join(folder, PAGE), 'utf8'), base);
  // One route for all files: a route for each made every start slower.
  http.get('/*', (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    if (files.has(path)) return reply.sendFile(path.slice(1));
    const isPage = path === `/${PAGE}` || (!/^\/(api\/v1|api\/openapi|health|assets)(\/|$)/.test(path) && !/\.\w{2,5}$/.test(path));
    if (isPage) return sendPage(request, reply);
    sendProblem(new Problem(notFound, 'There is nothing at this address.'), request, reply);
    return reply;
  });
}

/** Addresses of the built files. Compressed files have no address, and the page is rendered for its base path. */
function filesOf(folder: string): Set<string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => `/${relative(folder, join(parentPath, name)).replaceAll('\\', '/')}`);
  return new Set(paths.filter((path) => path !== `/${PAGE}` && !/\.(br|gz)$/.test(path)));
}

/**
 * The page as built names its files relative to itself, but it is served at addresses of any depth. So the path goes before each of them.
 * `data-base` tells the app (web/src/api/base.ts). Neither needs an inline script or a `<base>`, which our security policy forbids.
 */
function pageSender(built: string, base: string): (request: FastifyRequest, reply: FastifyReply) => FastifyReply {
  const page = built.replaceAll('="./', `="${base}/`);
  const etag = `W/"${createHash('sha256').update(page).digest('base64url')}"`;
  return (request, reply) => {
    void reply.header('cache-control', 'no-cache').header('etag', etag).type('text/html; charset=utf-8');
    // Without a body: `answerNotModified` makes a 304 of it.
    return reply.send(request.headers['if-none-match'] === etag ? Buffer.alloc(0) : page);
  };
}

function setHeaders(reply: { header(name: string, value: string): unknown }, path: string): void {
  // Files below assets/ carry their content's hash in their names.
  reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
}
