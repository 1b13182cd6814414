import { Decrypter, Encrypter } from 'age-encryption';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { BackupFault, DAMAGED } from '../backup-fault.js';

/** The first bytes of every age file (age-encryption.org/v1). `age --decrypt` reads an encrypted backup too. */
export const AGE_START = Buffer.from('age-encryption.org/');
const MIN_PASSPHRASE = 8;
/** For scrypt, as a power of two. It takes about a second on a small machine, for us and for each guess. */
const WORK_FACTOR = 18;

/** Encrypts while it is read: scrypt of the passphrase, then chunks of 64 KiB. Changed, missing or swapped chunks are detected. */
export async function encrypted(plain: Readable, passphrase: string, workFactor = WORK_FACTOR): Promise<Readable> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(workFactor);
  encrypter.setPassphrase(passphrase);
  return asNode(await encrypter.encrypt(asWeb(plain)));
}

/** Throws `BackupFault` for a wrong passphrase. A changed file makes the stream fail. */
export async function decrypted(source: Readable, passphrase: string): Promise<Readable> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return asNode(await decrypter.decrypt(asWeb(source)));
  } catch (error) {
    source.destroy();
    const isWrong = error instanceof Error && error.message.includes('no identity matched');
    throw new BackupFault(isWrong ? 'The passphrase is wrong: this backup was encrypted with another one. Nothing was changed.' : DAMAGED, { cause: error });
  }
}

/** The passphrase in the file, without the line end that editors add. */
export function readPassphrase(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch {
    throw new BackupFault(`The passphrase file ${file} cannot be read.`);
  }
  if (text.length < MIN_PASSPHRASE) throw new BackupFault(`The passphrase in ${file} is too short: use at least ${MIN_PASSPHRASE} characters.`);
  if (text.includes('\n')) throw new BackupFault(`The passphrase file ${file} has more than one line.`);
  return text;
}

type Bytes = globalThis.ReadableStream<Uint8Array>;
const asWeb = (stream: Readable) => Readable.toWeb(stream) as unknown as Bytes;
const asNode = (stream: Bytes) => Readable.fromWeb(stream as unknown as ReadableStream<Uint8Array>);
