import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf, StartFault, writeFault } from '../boot/start-fault.js';

const FOR_OWNER_ONLY = 0o600;

/** Makes the folder, or says in one sentence why that cannot be or why nothing can be written there. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw writeFault(folder, causeOf(folder, error));
  }
}

/** Node answers ENOENT when it makes several folders at once on a file system that is read-only. Making the first one of them tells the cause. */
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

/** What the file holds; made on the first call. Two processes that make it at once end up with the same content. */
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

/** Puts other content into the file, in one step: a reader sees the old or the new. */
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
