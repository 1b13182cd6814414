import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version in package.json, which lies where every command of Daymark is run. */
export const VERSION: string = (JSON.parse(readFileSync(join(process.cwd(), 'package.json'), 'utf8')) as { version: string }).version;
