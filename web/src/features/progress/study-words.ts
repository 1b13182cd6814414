import type { Recall, StudyKind } from '@server/progress/progress.contract';

export const STUDY_KIND_WORDS: Record<StudyKind, string> = {
  'hands-on': 'Hands-on',
  reading: 'Reading',
  video: 'Video',
  review: 'Review',
  'practice-exam': 'Practice exam',
};

export const RECALL_WORDS: Record<Recall, string> = { again: 'Not yet', hard: 'Hard', good: 'Well', easy: 'Easily' };
