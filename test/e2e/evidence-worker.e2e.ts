import { setTimeout as pause } from 'node:timers/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { FileStore } from '../../src/platform/files/file-store.js';
import { placeOf } from '../../src/progress/evidence/place-of.js';
import { deleteEvidence, readEvidence, restoreEvidence } from '../../src/progress/evidence/evidence.contract.js';
import { deleteAccount } from '../../src/users/users.contract.js';
import { startDaymark } from '../support/daymark.js';
import { evidenceOf } from '../support/evidence.js';
import { PASSWORD, type Learner } from '../support/people.js';

const text = (words: string) => new TextEncoder().encode(words);

describe('files that nobody has any more', () => {
  const daymark = startDaymark({ worker: true });
  const { projectId: projectOf, submits, uploads, reviews, mentorOf } = evidenceOf(daymark);
  const storedAs = async (fileId: string) => {
    const [row] = await daymark.database.query<{ stored_as: string }[]>('select stored_as from evidence_file where id = $1', [fileId]);
    return row!.stored_as;
  };
  const isThere = (stored: string) => existsSync(join(daymark.folder, 'files', placeOf(stored)));
  /** What the tick does each second; twice changes nothing. */
  const gone = async (stored: string) => {
    const signal = daymark.signal('file-deleted', stored);
    daymark.triggers.fire('evidence');
    await signal;
    // Of two looks at the work the first may be said before the second has deleted it.
    while (isThere(stored)) await pause(20);
    expect(isThere(stored)).toBe(false);
  };
  const shows = async (learner: Learner, n = 0) => {
    const file = await uploads(learner, 'notes.txt', text('notes'));
    const evidence = await submits(learner, await projectOf(n), [{ kind: 'file', fileId: file.id }]);
    return { file, evidence, stored: await storedAs(file.id), params: { enrollmentId: learner.enrollmentId, evidenceId: evidence.id } };
  };

  it('go with the account, however many hang on it', async () => {
    const learner = await daymark.learner();
    const mentor = await mentorOf(learner);
    const [one, other] = [await shows(learner, 0), await shows(learner, 1)];
    const loose = await storedAs((await uploads(learner, 'loose.txt', text('loose'))).id);
    await reviews(mentor, learner, one.evidence.id, {});
    const all = [one.stored, other.stored, loose];
    expect(all.map(isThere)).toEqual([true, true, true]);
    const signals = all.map((each) => daymark.signal('file-deleted', each));
    await learner.call(deleteAccount, { body: { password: PASSWORD } });
    daymark.triggers.fire('evidence');
    await Promise.all(signals);
    expect(all.map(isThere)).toEqual([false, false, false]);
  });

  it('go a day after their evidence, and its deletion cannot be taken back then', async () => {
    const learner = await daymark.learner();
    const { stored, params } = await shows(learner);
    await learner.call(deleteEvidence, { params });
    daymark.clock.pass({ hours: 23 });
    await learner.call(restoreEvidence, { params });
    expect(isThere(stored)).toBe(true);
    await learner.call(deleteEvidence, { params });
    daymark.clock.pass({ hours: 25 });
    await gone(stored);
    expect(await learner.refused(restoreEvidence, { params })).toMatchObject({ type: '/problems/deleted-for-good', status: 410 });
    expect(await learner.call(readEvidence, { params })).toMatchObject({ items: [], deletedAt: expect.any(String) });
  });

  it('stay for as long as other evidence shows them', async () => {
    const learner = await daymark.learner();
    const { file, stored, params } = await shows(learner);
    await submits(learner, await projectOf(), [{ kind: 'file', fileId: file.id }]);
    await learner.call(deleteEvidence, { params });
    daymark.clock.pass({ hours: 25 });
    const other = await storedAs((await uploads(learner, 'other.txt', text('other'))).id);
    daymark.clock.pass({ hours: 25 });
    await gone(other);
    expect(isThere(stored)).toBe(true);
  });

  it('go when an upload broke off between its bytes and its row', async () => {
    const stored = randomUUID();
    await daymark.app.get(FileStore).put(placeOf(stored), text('orphan'), 'text/plain');
    await daymark.worklist.markFrom(daymark.database.manager, 'file-deletion', stored, daymark.clock.now().add({ hours: 1 }));
    expect(isThere(stored)).toBe(true);
    daymark.clock.pass({ hours: 2 });
    await gone(stored);
  });
});
