import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { BackupFault, DAMAGED } from '../backup-fault.js';

/**
 * The seal at the end of a backup: an empty gzip member whose comment is the SHA-256 of all bytes before it. Programs that unpack gzip ignore
 * it. gzip's own checksum covers the content only, and a few changed bytes leave the content the same.
 */
const MEMBER = { start: Buffer.from([0x1f, 0x8b, 8, 0x10, 0, 0, 0, 0, 0, 0xff]), end: Buffer.from([0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]) };
const sealOf = (digest: string): Buffer => Buffer.concat([MEMBER.start, Buffer.from(digest), MEMBER.end]);
const SEAL_BYTES = sealOf('0'.repeat(64)).length;

/** Appends the seal. */
export class Sealed extends Transform {
  private readonly hash = createHash('sha256');

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.hash.update(chunk);
    done(null, chunk);
  }

  override _flush(done: TransformCallback): void {
    done(null, sealOf(this.hash.digest('hex')));
  }
}

/** Removes the seal. Fails at the end unless the seal matches the bytes before it. */
export class Unsealed extends Transform {
  private readonly hash = createHash('sha256');
  /** The last bytes so far, which may be the seal. */
  private held = Buffer.alloc(0);

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    const all = Buffer.concat([this.held, chunk]);
    const known = Math.max(0, all.length - SEAL_BYTES);
    const bytes = all.subarray(0, known);
    this.held = Buffer.from(all.subarray(known));
    this.hash.update(bytes);
    done(null, bytes);
  }

  override _flush(done: TransformCallback): void {
    done(this.held.equals(sealOf(this.hash.digest('hex'))) ? null : new BackupFault(DAMAGED));
  }
}
