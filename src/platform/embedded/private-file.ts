import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf, StartFault, writeFault } from '../boot/start-fault.js';

const FOR_OWNER_ONLY = 0o600;

/** Creates the folder. Throws one sentence if it cannot be created or is not writable. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw writeFault(folder, causeOf(folder, error));
  }
}

/** Node reports ENOENT when it creates nested folders on a read-only file system. Creating only the first of them gives the real cause. */
function causeOf(folder: string, error: unknown): unknown {
  if (codeOf(error) !== 'ENOENT') return error;
  let first = folder;
  while (!existsSync(dirname(first))) first = dirname(first);
  try {
    mkdirSync(first);
    return error;
  } catch (cause) {
    return cause;
  }
}

/** The content of the file, which the first call creates. Two processes that create it at the same time get the same content. */
export function keepJson<Content>(file: string, make: () => Content): Content {
  const known = readJson<Content>(file);
  if (known !== undefined) return known;
  const draft = write(file, make());
  try {
    linkSync(draft, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw writeFault(file, error);
  } finally {
    rmSync(draft, { force: true });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Content;
}

/** Replaces the content of the file atomically: a reader sees the old or the new. */
export function replaceJson(file: string, content: unknown): void {
  renameSync(write(file, content), file);
}

function readJson<Content>(file: string): Content | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Content;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    if (codeOf(error) === 'EACCES')
      throw new StartFault(`${file} belongs to another user: start Daymark as that one, or choose another folder with DAYMARK_DATA_DIR.`);
    throw new StartFault(`${file} cannot be read (${codeOf(error) || 'not JSON'}): restore it from a backup.`);
  }
}

function write(file: string, content: unknown): string {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  makeFolder(dirname(file));
  try {
    writeFileSync(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: FOR_OWNER_ONLY, flag: 'wx', flush: true });
  } catch (error) {
    throw writeFault(file, error);
  }
  return draft;
}
