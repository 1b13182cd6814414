import type { DraftSave } from '@server/curriculum/drafts/draft.contract';

/** One stretch of work: saves of one person that follow one another. */
export interface Session {
  /** The newest first, as in the history. */
  saves: readonly [DraftSave, ...DraftSave[]];
}

/** A pause this long begins another stretch. */
const PAUSE_MS = 10 * 60_000;

/** The history by stretches of work: the editor saves every few words, which nobody wants to read one by one. */
export function sessionsOf(saves: readonly DraftSave[]): Session[] {
  const sessions: [DraftSave, ...DraftSave[]][] = [];
  for (const save of saves) {
    const last = sessions.at(-1);
    if (last && goesOn(save, last.at(-1) ?? last[0])) last.push(save);
    else sessions.push([save]);
  }
  return sessions.map((each) => ({ saves: each }));
}

const goesOn = (older: DraftSave, newer: DraftSave) =>
  older.how === 'edited' &&
  newer.how === 'edited' &&
  older.savedBy?.id === newer.savedBy?.id &&
  Date.parse(newer.savedAt) - Date.parse(older.savedAt) <= PAUSE_MS;
