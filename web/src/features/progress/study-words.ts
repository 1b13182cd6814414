import type { Recall, StudyKind, StudySource } from '@server/progress/progress.contract';

export const STUDY_KIND_WORDS: Record<StudyKind, string> = {
  'hands-on': 'Hands-on',
  reading: 'Reading',
  video: 'Video',
  review: 'Review',
  'practice-exam': 'Practice exam',
};

export const RECALL_WORDS: Record<Recall, string> = { again: 'Not yet', hard: 'Hard', good: 'Well', easy: 'Easily' };

export const SOURCE_WORDS: Record<StudySource, string> = {
  web: 'Logged in the app',
  offline: 'Kept offline, sent later',
  import: 'Imported',
  api: 'From a script',
};

/** How well a stretch of study went, in a sentence. */
export const RECALL_SAID: Record<Recall, string> = { again: 'not yet there', hard: 'went hard', good: 'went well', easy: 'went easily' };
