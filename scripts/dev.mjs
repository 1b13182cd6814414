/** `npm run dev`: the server, built and started again at each change, and the web app with hot reload in front of it. */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './built.mjs';
import { begin, fail, ROOT, runPackage, tell } from './ground.mjs';
import { ensureInstalled } from './installed.mjs';

const WEB_PORT = 5173;
const QUIET_MS = 200;

begin();
await ensureInstalled();
await ensureBuilt('server').catch(({ message }) => fail(message));
const port = process.env.PORT || '3000';
const env = { ...process.env, PORT: port, DAYMARK_PUBLIC_URL: process.env.DAYMARK_PUBLIC_URL || `http://localhost:${WEB_PORT}` };

let server;
let isStopping = false;

function startServer() {
  // A group of its own: Ctrl-C reaches it once, from us, after the web server is closed.
  server = spawn(process.execPath, ['--enable-source-maps', 'dist/src/main.js', ...process.argv.slice(2)], {
    cwd: ROOT,
    env,
    stdio: 'inherit',
    detached: true,
  });
}

function stopServer() {
  const child = server;
  if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGTERM');
  });
}

async function rebuild() {
  const code = await runPackage('@nestjs/cli/bin/nest.js', ['build']);
  if (code !== 0) return tell('The server keeps running as it was built last.');
  await stopServer();
  if (!isStopping) startServer();
}

let quiet;
let work = Promise.resolve();
for (const folder of ['src', 'migrations', 'curricula']) {
  watch(join(ROOT, folder), { recursive: true }, (_event, file) => {
    if (file && /\.(spec|e2e)\.ts$/.test(file)) return;
    clearTimeout(quiet);
    quiet = setTimeout(() => (work = work.then(rebuild)), QUIET_MS);
  });
}

startServer();
const { createServer } = await import('vite');
const target = `http://localhost:${port}`;
const web = await createServer({
  root: join(ROOT, 'web'),
  configFile: join(ROOT, 'web', 'vite.config.ts'),
  server: { port: WEB_PORT, strictPort: true, proxy: { '/api': { target }, '/health': { target } } },
});
await web.listen();
tell(`The web app with reload is at http://localhost:${WEB_PORT}; the server it talks to at ${target}.`);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, async () => {
    if (isStopping) return;
    isStopping = true;
    clearTimeout(quiet);
    await web.close();
    await stopServer();
    process.exit(0);
  });
}
