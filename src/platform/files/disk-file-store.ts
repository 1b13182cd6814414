import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { codeOf } from '../boot/start-fault.js';
import { FileStore, safeKey } from './file-store.js';
import { storeFault } from './store-fault.js';

const FOR_OWNER_ONLY = { file: 0o600, folder: 0o700 };

/** Files in a folder of ours, readable by its owner alone. */
export class DiskFileStore extends FileStore {
  constructor(private readonly folder: string) {
    super();
  }

  /** Written beside its place and moved into it, both forced to the disk: a crash leaves the old file, the new one, or a draft nobody reads. */
  async put(key: string, bytes: Uint8Array): Promise<void> {
    const place = this.placeOf(key);
    const draft = `${place}.${randomBytes(6).toString('hex')}`;
    try {
      await mkdir(dirname(place), { recursive: true, mode: FOR_OWNER_ONLY.folder });
      const file = await open(draft, 'wx', FOR_OWNER_ONLY.file);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, place);
      await syncFolder(dirname(place));
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined);
      throw storeFault('writing a file', error);
    }
  }

  async get(key: string): Promise<Readable | null> {
    const place = this.placeOf(key);
    try {
      const file = await open(place, 'r');
      return file.createReadStream();
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw storeFault('reading a file', error);
    }
  }

  async has(key: string): Promise<boolean> {
    const place = this.placeOf(key);
    try {
      return (await stat(place)).isFile();
    } catch (error) {
      if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return false;
      throw storeFault('looking for a file', error);
    }
  }

  /** Takes drafts along that a crash left behind. */
  async delete(key: string): Promise<void> {
    const place = this.placeOf(key);
    try {
      const names = await readdir(dirname(place));
      const ours = names.filter((name) => name === basename(place) || name.startsWith(`${basename(place)}.`));
      for (const name of ours) await rm(join(dirname(place), name), { force: true });
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw storeFault('deleting a file', error);
    }
  }

  private placeOf(key: string): string {
    return join(this.folder, ...safeKey(key).split('/'));
  }
}

/** A renamed file is safe once its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}
