/** Runs a compiled command line or benchmark: `run.mjs users/account.cli reset EMAIL`, `run.mjs bench/log`. Standard output is the program's alone. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './built.mjs';
import { begin, fail, ROOT, stopOnSignals } from './ground.mjs';
import { ensureInstalled } from './installed.mjs';

begin();
stopOnSignals(130);
const [name = '', ...args] = process.argv.slice(2);
await ensureInstalled();
await ensureBuilt('server', ...(name === 'bench/first-load' ? ['web'] : [])).catch(({ message }) => fail(message));
const file = join(ROOT, 'dist', name.startsWith('bench/') ? '' : 'src', `${name}.js`);
if (!existsSync(file)) fail(`There is no program ${name}.`);
process.argv = [process.execPath, file, ...args];
await import(pathToFileURL(file).href);
