/** Programs that the tests need and that no npm package brings. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, tell } from './ground.mjs';

/** Where the program is, as the shell would find it. */
export function onPath(name) {
  const places = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Installs a Debian package when we may: as root on a Debian. Answers whether it did. */
export async function installDebianPackage(name) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version') || !onPath('apt-get')) return false;
  tell(`Installing ${name} (apt-get) ...`);
  const install = () => run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { env: { DEBIAN_FRONTEND: 'noninteractive' } });
  if ((await install()) === 0) return true;
  await run('apt-get', ['update', '-qq']);
  return (await install()) === 0;
}

/** Does the program run at all? Some systems have a stand-in that only tells how to install the real one. */
export const isRunnable = (path) => existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
