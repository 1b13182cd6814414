/** What every command stands on before anything is installed: where we are, how programs are run, and how all of it stops. Node alone. */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const [NODE_MAJOR, NODE_MINOR] = [20, 19];
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const children = new Set();
let isStopping = false;

/** One line on what takes long, beside the program's own output. */
export const tell = (line) => process.stderr.write(`${line}\n`);

/** Ends this command with one sentence and exit code 1. */
export function fail(sentence) {
  tell(sentence);
  process.exit(1);
}

/** Goes to the project's folder and refuses a Node.js that is too old. */
export function begin() {
  process.chdir(ROOT);
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > NODE_MAJOR || (major === NODE_MAJOR && minor >= NODE_MINOR)) return;
  fail(`Daymark needs Node.js ${NODE_MAJOR}.${NODE_MINOR} or newer and this is ${process.versions.node}: install 22 or 24 from https://nodejs.org.`);
}

/**
 * From now on a signal stops what `run` has started and ends this command with exit code 0. Once a program in this very process listens
 * for signals too, stopping is its own affair.
 */
export function stopOnSignals(code = 0) {
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (isStopping || process.listenerCount(signal) > 1) return;
      isStopping = true;
      for (const stop of children) stop(signal);
      void Promise.all([...children].map((stop) => stop.ended)).then(() => process.exit(code));
      setTimeout(() => process.exit(code), 30_000).unref();
    });
  }
}

/**
 * Runs a program to its end and resolves to its exit code. Its output goes to our standard error, since standard output belongs to the
 * program that the command is about; `{ stdout: 'inherit' }` says that this one is it. `stderr` takes the descriptor of a file instead.
 * `group: true` gives it a process group of its own, which is ended as a whole when it ends or after `minutes`.
 */
export function run(command, args, { env = {}, stderr = process.stderr, stdout = stderr, group = false, minutes } = {}) {
  if (isStopping) return new Promise(() => undefined);
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', stdout, stderr],
      detached: group,
      shell: process.platform === 'win32',
    });
    const kill = (signal) => endQuietly(group ? -child.pid : child.pid, signal);
    const clock =
      minutes && setTimeout(() => (tell(`${args.join(' ')} took longer than ${minutes} minutes and was ended.`), kill('SIGKILL')), minutes * 60_000);
    let ended;
    const stop = Object.assign((signal) => kill(signal), { ended: new Promise((done) => (ended = done)) });
    children.add(stop);
    const settle = (code) => {
      clearTimeout(clock);
      if (group) kill('SIGKILL');
      children.delete(stop);
      ended();
      // Whoever waits for a program that a signal ended goes no further: this command is about to end as well.
      if (!isStopping) resolve(code);
    };
    child.once('error', (error) => (tell(`${command}: ${error.message}`), settle(127)));
    child.once('exit', (code, signal) => (signal && !isStopping ? setTimeout(() => settle(1), 200) : settle(code ?? 1)));
  });
}

function endQuietly(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It is gone already.
  }
}

/** Runs a program that came with the packages, by its file; `node` are options of Node itself. */
export const runPackage = (file, args, { node = [], ...options } = {}) => run(process.execPath, [...node, join(ROOT, 'node_modules', file), ...args], options);

/** npm itself, the one that started us when one did. */
export function runNpm(args, options) {
  const npm = process.env.npm_execpath ?? '';
  return /npm-cli\.c?js$/.test(npm) ? run(process.execPath, [npm, ...args], options) : run('npm', args, options);
}
