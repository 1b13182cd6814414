/** Lets Node itself import our TypeScript, compiled as jest compiles it. */
import { transform } from '@swc/core';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { swc } from '../../jest.config.js';

/** The runner adds a query to the address of a test file, so that a file which runs again is loaded again. */
const isTypeScript = (url) => url?.split('?')[0].endsWith('.ts') ?? false;

export function resolve(specifier, context, next) {
  const isOwn = specifier.startsWith('.') && isTypeScript(context.parentURL);
  return next(isOwn ? specifier.replace(/\.js$/, '.ts') : specifier, context);
}

export async function load(url, context, next) {
  if (!isTypeScript(url)) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = await transform(await readFile(filename, 'utf8'), { ...swc, filename, sourceMaps: 'inline' });
  return { format: 'module', source: code, shortCircuit: true };
}
