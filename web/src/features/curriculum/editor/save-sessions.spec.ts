import { describe, expect, it } from '@jest/globals';
import type { DraftSave } from '@server/curriculum/drafts/draft.contract';
import { sessionsOf } from './save-sessions';

const [ana, ben] = [
  { id: 'a', name: 'Ana' },
  { id: 'b', name: 'Ben' },
];
const save = (revision: number, at: string, savedBy = ana, how: DraftSave['how'] = 'edited'): DraftSave => ({
  ...{ id: String(revision), since: null, revision, savedAt: `2026-03-02T${at}Z`, savedBy, how },
});
const revisions = (saves: DraftSave[]) => sessionsOf(saves).map((session) => session.saves.map(({ revision }) => revision));

describe('stretches of work', () => {
  it('hold the edits of one person without a long pause', () => {
    expect(revisions([save(5, '18:34:50'), save(4, '18:34:10'), save(3, '18:20:00'), save(2, '18:19:00'), save(1, '18:00:00')])).toEqual([[5, 4], [3, 2], [1]]);
  });
  it('end where somebody else worked, and with what is no edit', () => {
    expect(revisions([save(4, '18:03:00'), save(3, '18:02:00', ben), save(2, '18:01:00', ben, 'restored'), save(1, '18:00:00')])).toEqual([[4], [3], [2], [1]]);
  });
  it('are none without saves', () => expect(sessionsOf([])).toEqual([]));
});
