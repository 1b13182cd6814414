import { Injectable } from '@nestjs/common';
import { buffer } from 'node:stream/consumers';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { EnrollmentsService } from '../../enrollments/enrollments.service.js';
import type { Person } from '../../platform/auth/person.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { FileAnswer } from '../../platform/http/endpoint.contract.js';
import { FileStream } from '../../platform/http/file-answer.js';
import { Problem } from '../../platform/http/problem.js';
import { notFound } from '../../platform/http/problems.contract.js';
import { Clock } from '../../platform/time/clock.js';
import { Worklist } from '../../platform/worklist/worklist.js';
import { keyTaken } from '../progress.contract.js';
import { EvidenceFileEntity } from './evidence-file.entity.js';
import { MOST_BYTES, noRoomForFile, type EvidenceFile } from './evidence-files.contract.js';
import { openEnrollment } from './open-enrollment.js';
import { placeOf } from './place-of.js';
import { takeIn } from './take-in.js';
import { takeTurn } from './shown-evidence.js';

/** After this long an upload is over, one way or the other: bytes without a row are then nobody's. */
const UPLOAD_HOURS = 1;

/** Files of learners: taken in by what is in them, and given to those who may read the enrollment. */
@Injectable()
export class EvidenceFilesService {
  constructor(
    private readonly database: DataSource,
    private readonly enrollments: EnrollmentsService,
    private readonly store: FileStore,
    private readonly worklist: Worklist,
    private readonly clock: Clock,
  ) {}

  /**
   * Bytes first, the row after them. Before both stands the order to delete what has no row in an hour, so that an upload that breaks off
   * anywhere leaves nothing behind.
   * @param key a UUID made on the device, which becomes the file's id: a repeat answers the file that is there
   */
  async upload(learner: Person, enrollmentId: string, { name, bytes }: { name: string; bytes: Uint8Array }, key: string = uuidv7()): Promise<EvidenceFile> {
    await openEnrollment(this.enrollments, learner, enrollmentId);
    const known = await this.known(this.database.manager, enrollmentId, key);
    if (known) return shown(known);
    // Before the work, for whoever is far beyond it; what counts is asked again below, one at a time.
    await this.refuseFull(this.database.manager, enrollmentId, 0);
    const file = await takeIn(name, bytes);
    const storedAs = uuidv7();
    await this.worklist.markFrom(this.database.manager, 'file-deletion', storedAs, this.clock.now().add({ hours: UPLOAD_HOURS }));
    await this.store.put(placeOf(storedAs), file.bytes, file.type);
    return this.database.transaction(async (tx) => {
      await takeTurn(tx, enrollmentId);
      const meanwhile = await this.known(tx, enrollmentId, key);
      if (meanwhile) return shown(meanwhile);
      await this.refuseFull(tx, enrollmentId, file.bytes.length);
      const uploadedAt = new Date(this.clock.now().epochMilliseconds);
      const row = { id: key, enrollmentId, storedAs, name: file.name, type: file.type, bytes: file.bytes.length, uploadedAt, usedAt: null };
      await tx.insert(EvidenceFileEntity, row);
      return shown(row);
    });
  }

  /** Mentors see what evidence shows; what is only uploaded, or deleted, is there for its learner alone. */
  async read(person: Person, enrollmentId: string, fileId: string): Promise<FileAnswer | FileStream> {
    const { learnerId } = await this.enrollments.readableBy(person, enrollmentId);
    const [file] = await this.database.query<{ storedAs: string; name: string; type: string }[]>(
      `select f.stored_as as "storedAs", f.name, f.type from evidence_file f
       where f.id = $1 and f.enrollment_id = $2
         and ($3 or exists (select from evidence_item i join evidence e on e.id = i.evidence_id where i.file_id = f.id and e.deleted_at is null))`,
      [fileId, enrollmentId, learnerId === person.id],
    );
    const stream = file && (await this.store.get(placeOf(file.storedAs)));
    if (!file || !stream) throw new Problem(notFound, 'There is no such file in this enrollment.');
    if (!file.type.startsWith('image/')) return new FileStream(file.name, file.type, stream);
    return { name: file.name, type: file.type, bytes: await buffer(stream), inline: true };
  }

  private async known(manager: EntityManager, enrollmentId: string, key: string): Promise<EvidenceFileEntity | null> {
    const file = await manager.findOneBy(EvidenceFileEntity, { id: key });
    if (file && file.enrollmentId !== enrollmentId) throw new Problem(keyTaken, 'Make a new UUID for each file.');
    return file;
  }

  private async refuseFull(manager: EntityManager, enrollmentId: string, more: number): Promise<void> {
    const [sum] = await manager.query<{ bytes: number }[]>('select coalesce(sum(bytes), 0) as bytes from evidence_file where enrollment_id = $1', [
      enrollmentId,
    ]);
    const free = MOST_BYTES - (sum?.bytes ?? 0);
    if (more < free) return;
    const detail = `Of 200 MB for all files of an enrollment ${Math.max(0, Math.floor(free / 1_048_576))} MB are left. Delete evidence that is out of date, or show a link; what is deleted makes room after a day.`;
    throw new Problem(noRoomForFile, detail, { free: Math.max(0, free) });
  }
}

const shown = ({ id, name, type, bytes, uploadedAt }: Pick<EvidenceFileEntity, 'id' | 'name' | 'type' | 'bytes' | 'uploadedAt'>): EvidenceFile => ({
  ...{ id, name, type, bytes },
  uploadedAt: uploadedAt.toISOString(),
});
