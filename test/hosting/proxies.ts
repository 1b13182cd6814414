import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverUser } from '../../src/platform/embedded/server-user.js';
import { freePort } from '../process/started-daymark.js';
import { issue } from './certificates.js';
import { RunningProgram, writeExample } from './programs.js';

/** A running proxy or pooler, and where it listens. */
export interface Running {
  port: number;
  stop(): Promise<void>;
}

function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'daymark-hosting-'));
  chmodSync(folder, 0o755);
  return folder;
}

async function run(
  port: number,
  folder: string,
  command: string,
  args: readonly string[],
  user = undefined as ReturnType<typeof serverUser>,
): Promise<Running> {
  const program = await RunningProgram.start({ command, args, folder, port, user });
  return { port, stop: () => program.stop().finally(() => rmSync(folder, { recursive: true, force: true })) };
}

/** nginx with the example of the documentation in front of this port; it keeps the path /daymark, or removes it. */
export async function startNginx(daymarkPort: number, path: 'kept' | 'removed', port: number): Promise<Running> {
  const folder = ownFolder();
  const { certificate, key } = issue(folder, 'localhost');
  const upstream = `proxy_pass http://127.0.0.1:${daymarkPort}${path === 'removed' ? '/' : ''};`;
  const changes = [
    ['listen 443 ssl;', `listen 127.0.0.1:${port} ssl;`],
    ['server_name example.org;', 'server_name localhost;'],
    ['/etc/ssl/daymark.pem', certificate],
    ['/etc/ssl/daymark.key', key],
    ['proxy_pass http://127.0.0.1:3000;', upstream],
  ] as const;
  writeExample('nginx.conf', join(folder, 'daymark.conf'), changes);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ');
  const asRoot = process.getuid?.() === 0 ? 'user root;' : '';
  const whole = `${asRoot} daemon off; pid ${folder}/pid; error_log stderr; events {} http { access_log off; ${temporary} include ${folder}/daymark.conf; }`;
  writeFileSync(join(folder, 'nginx.conf'), whole);
  return run(port, folder, 'nginx', ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')]);
}

/** Caddy with the example of the documentation in front of this port. It would ask a public authority for a certificate; here it gets ours. */
export async function startCaddy(daymarkPort: number, port: number): Promise<Running> {
  const folder = ownFolder();
  const { certificate, key } = issue(folder, 'localhost');
  const changes = [
    ['daymark.example.org {', `https://localhost:${port} {\n\ttls ${certificate} ${key}`],
    ['reverse_proxy 127.0.0.1:3000', `reverse_proxy 127.0.0.1:${daymarkPort}`],
  ] as const;
  const options = '{\n\tadmin off\n\tauto_https disable_redirects\n}\n';
  writeExample('Caddyfile', join(folder, 'Caddyfile'), changes, (text) => options + text);
  return run(port, folder, 'caddy', ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')]);
}

/** PgBouncer with the example of the documentation in front of this database, for its role; in another mode if the test wants one. */
export async function startPgBouncer(database: URL, mode: 'session' | 'transaction' = 'session'): Promise<Running & { url: string }> {
  const [folder, port] = [ownFolder(), await freePort()];
  const { username, password, pathname, port: databasePort } = database;
  const changes = [
    ['daymark = host=127.0.0.1 port=5432 dbname=daymark', `daymark = host=127.0.0.1 port=${databasePort} dbname=${pathname.slice(1)}`],
    ['listen_port = 6432', `listen_port = ${port}\nunix_socket_dir =`],
    ['/etc/pgbouncer/userlist.txt', join(folder, 'userlist.txt')],
    ['\npool_mode = session', `\npool_mode = ${mode}`],
  ] as const;
  writeExample('pgbouncer.ini', join(folder, 'pgbouncer.ini'), changes);
  writeFileSync(join(folder, 'userlist.txt'), `"${username}" "${password}"\n`);
  // Like PostgreSQL, it refuses to run as root.
  const running = await run(port, folder, 'pgbouncer', [join(folder, 'pgbouncer.ini')], serverUser());
  return { ...running, url: Object.assign(new URL(database), { hostname: '127.0.0.1', port: String(port), pathname: '/daymark' }).href };
}
