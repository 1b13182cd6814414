/** The people of the demo school and how they study: data, all of it counted back from today, and a history made from it that is the same every time. */
import type { PracticeResultInput } from '../progress/practice/practice.contract.js';
import type { Recall, StudyKind } from '../progress/progress.contract.js';
import type { WeekBack } from './days-back.js';
import type { HandIn } from './evidence-steps.js';

export interface DemoLearner {
  name: string;
  /** Slug of the level, as in the shipped curriculum. */
  level: 'foundation' | 'professional' | 'advanced';
  timeZone: string;
  /** How many days ago they enrolled, and in how many days the exam is; below 0 it was taken. */
  enrolledDaysAgo: number;
  examInDays: number;
  week: WeekBack;
  /** Share of planned days on which they study, and share of the planned minutes they do then. */
  diligence: number;
  stamina: number;
  /** Days without anything logged before today. Nobody has studied today yet, so that every plan has its day before it. */
  silentDays: number;
  mentor: 0 | 1 | null;
  passed?: true;
  /** Projects of the level in its order. Nobody reviews without a mentor. */
  handsIn?: readonly HandIn[];
}

const EVENINGS: WeekBack = [45, 45, 60, 45, 0, 90, 0];
const MORNINGS: WeekBack = [30, 30, 30, 30, 0, 0, 30];
const WEEKENDS: WeekBack = [0, 60, 0, 0, 150, 180, 0];
const INTENSE: WeekBack = [90, 90, 90, 90, 0, 120, 60];

/** Somebody behind, somebody ready, somebody silent, one who passed, and the ordinary ones between. The first is the one to sign in as. */
export const LEARNERS: readonly DemoLearner[] = [
  {
    name: 'Wren Harbour',
    level: 'professional',
    timeZone: 'Europe/Berlin',
    enrolledDaysAgo: 55,
    examInDays: 25,
    week: EVENINGS,
    diligence: 0.88,
    stamina: 1,
    silentDays: 0,
    mentor: 0,
    handsIn: [
      { daysAgo: 31, verdicts: ['changes-requested', 'approved'] },
      { daysAgo: 1, verdicts: ['waiting'] },
    ],
  },
  {
    name: 'Ivo Longshore',
    level: 'professional',
    timeZone: 'Europe/Lisbon',
    enrolledDaysAgo: 50,
    examInDays: 18,
    week: EVENINGS,
    diligence: 0.5,
    stamina: 0.7,
    silentDays: 5,
    mentor: 0,
  },
  {
    name: 'Pia Tideway',
    level: 'foundation',
    timeZone: 'Europe/Paris',
    enrolledDaysAgo: 28,
    examInDays: 9,
    week: MORNINGS,
    diligence: 0.6,
    stamina: 0.8,
    silentDays: 0,
    mentor: 0,
  },
  {
    name: 'Otto Breakwater',
    level: 'foundation',
    timeZone: 'Europe/Vienna',
    enrolledDaysAgo: 35,
    examInDays: 12,
    week: INTENSE,
    diligence: 0.97,
    stamina: 1.1,
    silentDays: 0,
    mentor: 0,
    handsIn: [
      { daysAgo: 21, verdicts: ['changes-requested', 'approved'] },
      { daysAgo: 2, verdicts: ['waiting'] },
    ],
  },
  {
    name: 'Mina Shoal',
    level: 'professional',
    timeZone: 'Asia/Kolkata',
    enrolledDaysAgo: 58,
    examInDays: 25,
    week: INTENSE,
    diligence: 0.9,
    stamina: 1,
    silentDays: 0,
    mentor: 0,
    handsIn: [{ daysAgo: 3, verdicts: ['waiting'] }],
  },
  {
    name: 'Teo Ballast',
    level: 'professional',
    timeZone: 'America/New_York',
    enrolledDaysAgo: 40,
    examInDays: 31,
    week: EVENINGS,
    diligence: 0.8,
    stamina: 0.95,
    silentDays: 0,
    mentor: 0,
  },
  {
    name: 'Sol Fairlead',
    level: 'advanced',
    timeZone: 'America/Sao_Paulo',
    enrolledDaysAgo: 57,
    examInDays: 40,
    week: WEEKENDS,
    diligence: 0.6,
    stamina: 0.8,
    silentDays: 2,
    mentor: 1,
  },
  {
    name: 'Nell Capstan',
    level: 'advanced',
    timeZone: 'Europe/London',
    enrolledDaysAgo: 45,
    examInDays: 54,
    week: INTENSE,
    diligence: 0.85,
    stamina: 1,
    silentDays: 1,
    mentor: 1,
    handsIn: [
      { daysAgo: 24, verdicts: ['changes-requested', 'approved'] },
      { daysAgo: 3, verdicts: ['waiting'] },
    ],
  },
  {
    name: 'June Halyard',
    level: 'foundation',
    timeZone: 'Europe/Berlin',
    enrolledDaysAgo: 30,
    examInDays: 26,
    week: EVENINGS,
    diligence: 0.92,
    stamina: 1,
    silentDays: 0,
    mentor: 1,
  },
  {
    name: 'Basil Mooring',
    level: 'professional',
    timeZone: 'Asia/Singapore',
    enrolledDaysAgo: 59,
    examInDays: 5,
    week: INTENSE,
    diligence: 0.97,
    stamina: 1.1,
    silentDays: 0,
    mentor: 1,
    handsIn: [
      { daysAgo: 16, verdicts: ['changes-requested', 'approved'] },
      { daysAgo: 6, verdicts: ['approved'] },
    ],
  },
  {
    name: 'Lena Spinnaker',
    level: 'foundation',
    timeZone: 'Europe/Warsaw',
    enrolledDaysAgo: 2,
    examInDays: 34,
    week: MORNINGS,
    diligence: 1,
    stamina: 1,
    silentDays: 0,
    mentor: 1,
  },
  {
    name: 'Ada Fairway',
    level: 'foundation',
    timeZone: 'Europe/Berlin',
    enrolledDaysAgo: 60,
    examInDays: -8,
    week: INTENSE,
    diligence: 0.95,
    stamina: 1.05,
    silentDays: 8,
    mentor: null,
    passed: true,
  },
];

export const MENTORS = ['Harriet Lode', 'Casper Quay'] as const;

const NOTES = [
  '',
  '',
  '',
  'Went better than last time.',
  'Hard today, tried it twice.',
  'Wrote my own summary.',
  'Worked through the examples by hand.',
  'Short on time, finished the essentials.',
];

/** What somebody does on a day with so many minutes planned: 0 minutes when they skip it. */
export function studyOf({ diligence, stamina }: DemoLearner, plannedMinutes: number, roll: () => number): { minutes: number; note: string } {
  if (plannedMinutes === 0 || roll() > diligence) return { minutes: 0, note: '' };
  const minutes = Math.max(10, Math.round((plannedMinutes * stamina * (0.75 + roll() * 0.5)) / 5) * 5);
  return { minutes, note: NOTES[Math.floor(roll() * NOTES.length)] ?? '' };
}

const KINDS: readonly StudyKind[] = ['hands-on', 'hands-on', 'hands-on', 'reading', 'reading', 'video'];
/** Most study goes well, some is hard, and what is not said stays unsaid. */
const RECALLS: readonly (Recall | null)[] = ['good', 'good', 'good', 'good', 'hard', 'hard', 'easy', 'again', null, null];

/** What was done of a planned item, and how it went. */
export function mannerOf(kind: string, roll: () => number): { kind: StudyKind; recall: Recall | null } {
  const [done, recall] = [KINDS[Math.floor(roll() * KINDS.length)] ?? 'hands-on', RECALLS[Math.floor(roll() * RECALLS.length)] ?? null];
  return { kind: kind === 'review' ? 'review' : kind === 'project' ? 'hands-on' : done, recall: kind === 'project' ? null : recall };
}

const ITEMS_A_SKILL = 6;

/** What somebody gets right of a practice exam so many days after they began: from a third up to nearly all, the diligent sooner. */
export function practiceOf(
  { diligence }: DemoLearner,
  skills: readonly { id: string }[],
  daysSince: number,
  roll: () => number,
): Omit<PracticeResultInput, 'takenOn'> {
  const share = Math.min(0.95, 0.35 + diligence * (daysSince / 90));
  const parts = skills.map(({ id }) => ({
    skillId: id,
    itemsRight: Array.from({ length: ITEMS_A_SKILL }, roll).filter((chance) => chance < share).length,
    itemsAsked: ITEMS_A_SKILL,
  }));
  const itemsRight = parts.reduce((sum, part) => sum + part.itemsRight, 0);
  return { source: `Practice exam ${Math.round(daysSince / 18)}`, itemsRight, itemsAsked: parts.length * ITEMS_A_SKILL, skills: parts };
}
