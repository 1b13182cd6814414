/** A Redis of the tests' own: on a free port, keeping nothing. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { installDebianPackage, onPath } from './debian.mjs';

const PATIENCE = 100;

/** `{ url, stop }`, or a sentence in `missing`. */
export async function startRedis() {
  const program = await findRedis();
  if (!program) return { missing: 'The Redis tests need redis-server: install the package redis-server (or valkey) of your system.' };
  const port = await freePort();
  const child = spawn(program, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--daemonize', 'no'], {
    stdio: 'ignore',
    cwd: '/',
  });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  process.once('exit', () => child.kill('SIGKILL'));
  for (let attempt = 0; attempt < PATIENCE && child.exitCode === null; attempt++) {
    if (await answersPing(port)) return { url: `redis://127.0.0.1:${port}`, stop };
    await pause(50);
  }
  await stop();
  return { missing: `${program} does not start: run it by hand to see why.` };
}

async function findRedis() {
  const find = () => onPath('redis-server') ?? onPath('valkey-server');
  return find() ?? ((await installDebianPackage('redis-server')) ? find() : undefined);
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

function answersPing(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    const answer = (isThere) => (socket.destroy(), resolve(isThere));
    socket.setTimeout(1_000, () => answer(false));
    socket.once('data', (data) => answer(data.toString().startsWith('+PONG')));
    socket.once('error', () => answer(false));
  });
}
