import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { FileStore } from '../../../src/platform/files/file-store.js';
import { deleteEvidence } from '../../../src/progress/evidence/evidence.contract.js';
import { EvidenceSweep } from '../../../src/progress/evidence/evidence-sweep.service.js';
import { placeOf } from '../../../src/progress/evidence/place-of.js';
import { deleteAccount } from '../../../src/users/users.contract.js';
import { evidenceOf } from '../evidence.js';
import { PASSWORD } from '../people.js';
import { rowsOf, settleAll, type Ground, type Job } from './job.js';

const notes = new TextEncoder().encode('notes');
const isThere = ({ daymark }: Ground, storedAs: string) => existsSync(join(daymark.folder, 'files', placeOf(storedAs)));

export const evidenceJobs: readonly Job[] = [
  {
    queue: 'evidence',
    does: 'EvidenceSweep.forgetDue',
    async make(ground) {
      const { daymark } = ground;
      const { submits, uploads, projectId } = evidenceOf(daymark);
      const learner = await daymark.learner();
      const [shown, unused] = [await uploads(learner, 'notes.txt', notes), await uploads(learner, 'unused.txt', notes)];
      const { id: evidenceId } = await submits(learner, await projectId(), [{ kind: 'file', fileId: shown.id }]);
      const files = await rowsOf(ground, 'select stored_as from evidence_file where id = any($1)', [shown.id, unused.id]);
      await learner.call(deleteEvidence, { params: { enrollmentId: learner.enrollmentId, evidenceId } });
      await settleAll(ground);
      daymark.clock.pass({ hours: 25 });
      const seen = async () => ({
        evidence: await rowsOf(ground, 'select purged_at is not null as "isPurged" from evidence where id = $1', evidenceId),
        items: await rowsOf(ground, 'select 1 from evidence_item where evidence_id = $1', evidenceId),
        files: await rowsOf(ground, 'select name from evidence_file where enrollment_id = $1', learner.enrollmentId),
        bytes: files.filter(({ stored_as }) => isThere(ground, String(stored_as))).length,
      });
      return {
        seen,
        isDone: async () => {
          const { evidence, items, files, bytes } = await seen();
          return evidence[0]?.['isPurged'] === true && items.length + files.length + bytes === 0;
        },
        goes: () => learner.call(deleteAccount, { body: { password: PASSWORD } }),
      };
    },
    middle: [EvidenceSweep, 'purge'],
  },
  {
    queue: 'evidence',
    does: 'work file-deletion',
    async make(ground) {
      const { daymark } = ground;
      const [learner, orphan] = [await daymark.learner(), uuidv7()];
      await daymark.app.get(FileStore).put(placeOf(orphan), notes, 'text/plain');
      await settleAll(ground);
      await daymark.worklist.markFrom(daymark.database.manager, 'file-deletion', orphan, daymark.clock.now());
      return {
        seen: async () => isThere(ground, orphan),
        isDone: async () => !isThere(ground, orphan),
        // It is an orphan no more: an upload that took its time has its row.
        goes: () =>
          rowsOf(
            ground,
            `insert into evidence_file (id, enrollment_id, stored_as, name, type, bytes, uploaded_at) values ($1, $2, $3, 'late.txt', 'text/plain', 5, $4)`,
            ...[uuidv7(), learner.enrollmentId, orphan, daymark.clock.now().toString()],
          ),
      };
    },
    middle: [EvidenceSweep, 'deleteBytes'],
  },
];
