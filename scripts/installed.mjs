/** Installs the packages when they are missing or the lock file says others, and at no other time. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ROOT, runNpm, tell } from './ground.mjs';

const STAMP = join(ROOT, 'node_modules', '.daymark-lock');

export async function ensureInstalled() {
  const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
  const wanted = createHash('sha256').update(`${lock}${process.platform}-${process.arch}`).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  if (holdsAllOf(lock)) return writeFileSync(STAMP, wanted);
  rmSync(STAMP, { force: true });
  tell('Installing packages (npm ci, a minute or two) ...');
  // Building needs the development packages too, whatever NODE_ENV says.
  const code = await runNpm(['ci', '--include=dev', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) fail('The packages could not be installed: see the lines above; mostly the network or the disk is the cause. Then start again.');
  writeFileSync(STAMP, wanted);
}

/** Does npm's own record of what it installed, by hand perhaps, hold what the lock file asks for? */
function holdsAllOf(lock) {
  const record = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const { packages: has } = JSON.parse(readFileSync(record, 'utf8'));
  const wants = Object.entries(JSON.parse(lock).packages).filter(([path]) => path !== '');
  return wants.every(([path, { version, optional }]) => (has[path] ? has[path].version === version : optional));
}
