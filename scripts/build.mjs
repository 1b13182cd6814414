/** `npm run build`: the server and the web app into dist/, if they are stale; a name builds that one alone. */
import { ensureBuilt } from './built.mjs';
import { begin, fail, stopOnSignals } from './ground.mjs';
import { ensureInstalled } from './installed.mjs';

begin();
stopOnSignals(130);
await ensureInstalled();
await ensureBuilt(...(process.argv[2] ? [process.argv[2]] : ['server', 'web'])).catch(({ message }) => fail(message));
