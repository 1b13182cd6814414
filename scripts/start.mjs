/** `npm start`: from a fresh clone to a running Daymark; installs and builds only what is missing or stale. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './built.mjs';
import { begin, fail, ROOT, stopOnSignals } from './ground.mjs';
import { ensureInstalled } from './installed.mjs';

begin();
stopOnSignals();
await ensureInstalled();
await ensureBuilt('server', 'web').catch(({ message }) => fail(message));
// In this process, so that the signals that npm or its group get reach the server itself.
await import(pathToFileURL(join(ROOT, 'dist', 'src', 'main.js')).href);
