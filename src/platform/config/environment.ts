import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig, type Settings } from './config.js';
import { parseDotEnv, textOfFile } from './dot-env.js';
import type { Environment } from './given-settings.js';

/** The environment on top of the folder's `.env`, when there is one; what is empty in the environment does not hide the file's. */
export function withDotEnv(environment: Environment, folder: string): Environment {
  const file = join(folder, '.env');
  if (!existsSync(file)) return environment;
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  return { ...parseDotEnv(textOfFile(readFileSync(file))), ...given };
}

/** The settings of this process. Hints about them go to the standard error. */
export const readEnvironment = (): Settings => readConfig(withDotEnv(process.env, process.cwd()), (line) => process.stderr.write(`${line}\n`));
