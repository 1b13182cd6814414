/** `npm start`: from a fresh clone to a running Daymark; installs and builds only what is missing or stale. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './built.mjs';
import { begin, fail, ROOT, stopOnSignals } from './ground.mjs';
import { ensureInstalled } from './installed.mjs';

const USAGE = `Starts Daymark. Installs and builds what is missing or out of date. Ctrl-C stops it.

  npm start               starts Daymark with your data
  npm start -- --demo     also fills the database with a demo school, and says how to sign in
  npm start -- --help     shows this help

Settings come from the environment or .env. README.md lists them.`;

begin();
const options = process.argv.slice(2);
if (options.includes('--help')) {
  process.stdout.write(`${USAGE}\n`);
  process.exit(0);
}
// A mistyped --demo must not start Daymark on real data.
const unknown = options.find((option) => option !== '--demo');
if (unknown !== undefined) fail(`npm start doesn't know ${unknown}.\n\n${USAGE}`);
stopOnSignals();
await ensureInstalled();
await ensureBuilt('server', 'web').catch(({ message }) => fail(message));
// In this process, so that the signals that npm or its group get reach the server itself.
await import(pathToFileURL(join(ROOT, 'dist', 'src', 'main.js')).href);
