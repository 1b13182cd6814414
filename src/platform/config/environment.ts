import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { readConfig, type Settings } from './config.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** The environment on top of the folder's `.env`, when there is one; what is empty in the environment does not hide the file's. */
export function withDotEnv(environment: Environment, folder: string): Environment {
  const file = join(folder, '.env');
  if (!existsSync(file)) return environment;
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  return { ...parseEnv(readFileSync(file, 'utf8')), ...given };
}

/** The settings of this process. */
export const readEnvironment = (): Settings => readConfig(withDotEnv(process.env, process.cwd()));
