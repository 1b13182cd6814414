/** Builds the server and the web app when their sources differ from what was built last, and at no other time. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { writeCompressed } from './compressed.mjs';
import { ROOT, runPackage, tell } from './ground.mjs';

const SERVER_FOLDERS = ['src', 'migrations', 'bench'];
const isContract = (file) => file.endsWith('.contract.ts');
const isProduct = (file) => !/\.(spec|e2e)\.tsx?$/.test(file);

/** The two parts: what each is made from, how, and what must be there afterwards. */
const PARTS = {
  server: {
    sources: () => [...SERVER_FOLDERS.flatMap((folder) => filesIn(folder, isProduct)), 'nest-cli.json', '.swcrc', 'tsconfig.json', 'package-lock.json'],
    build: buildServer,
    result: 'dist/src/main.js',
  },
  web: {
    sources: () => [...filesIn('web', isProduct), ...filesIn('src', isContract), 'tsconfig.json', 'package-lock.json', 'scripts/compressed.mjs'],
    build: buildWeb,
    result: 'dist/web/index.html',
  },
};

/** Throws one sentence when a part cannot be built. */
export async function ensureBuilt(...names) {
  for (const name of names) {
    const part = PARTS[name];
    const stamp = join(ROOT, 'dist', `.${name}-stamp`);
    const state = fingerprint(part.sources());
    if (existsSync(part.result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === state) continue;
    const title = name === 'web' ? 'web app' : name;
    tell(`Building the ${title} ...`);
    rmSync(stamp, { force: true });
    if ((await part.build()) !== 0 || !existsSync(part.result)) throw new Error(`The ${title} could not be built: see the lines above.`);
    mkdirSync(join(ROOT, 'dist'), { recursive: true });
    writeFileSync(stamp, state);
  }
}

async function buildWeb() {
  const code = await runPackage('vite/bin/vite.js', ['build', 'web', '--outDir', '../dist/web', '--emptyOutDir', '--logLevel', 'warn']);
  if (code === 0) await writeCompressed('dist/web');
  return code;
}

async function buildServer() {
  const code = await runPackage('@nestjs/cli/bin/nest.js', ['build']);
  for (const folder of SERVER_FOLDERS) removeOrphans(folder);
  return code;
}

/** Takes away what was built from a file that is no longer there. */
function removeOrphans(folder) {
  for (const file of filesIn(join('dist', folder), (name) => name.endsWith('.js'))) {
    const source = join(ROOT, relative('dist', file).replace(/\.js$/, '.ts'));
    if (!existsSync(source)) for (const left of [file, `${file}.map`]) rmSync(left, { force: true });
  }
}

/** Every file under the folder, in the same order each time. */
export function filesIn(folder, isWanted) {
  if (!existsSync(folder)) return [];
  const found = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? (entry.name === 'node_modules' ? [] : filesIn(path, isWanted)) : isWanted(path) ? [path] : [];
  });
  return found.sort();
}

/** By content, so that a file that was only touched or checked out again changes nothing. */
function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files.filter((each) => existsSync(each) && statSync(each).isFile()))
    hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}
