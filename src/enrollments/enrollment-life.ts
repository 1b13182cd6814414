/**
 * Every step an enrollment may take; there is no other. The service refuses what is not here, pages show what is, the CHECK constraint
 * lists its keys, and the chart in docs/ is drawn from it. A passed one is active again when its holder recertifies.
 */
export const ENROLLMENT_LIFE = {
  requested: ['active', 'withdrawn'],
  active: ['paused', 'exam-taken', 'withdrawn'],
  paused: ['active', 'withdrawn'],
  'exam-taken': ['passed', 'failed', 'active'],
  passed: ['active', 'expired'],
  failed: ['active', 'withdrawn'],
  expired: ['active'],
  withdrawn: ['active'],
} as const satisfies Record<string, readonly string[]>;

export type EnrollmentState = keyof typeof ENROLLMENT_LIFE;

/** What takes it there, as the chart says it; each step of the table has its words. */
export const STEP_WORDS: { readonly [From in EnrollmentState]: { readonly [To in (typeof ENROLLMENT_LIFE)[From][number]]: string } } = {
  requested: { active: 'is admitted', withdrawn: 'takes it back' },
  active: { paused: 'pauses', 'exam-taken': 'takes the exam', withdrawn: 'stops' },
  paused: { active: 'goes on, or the pause ends', withdrawn: 'stops' },
  'exam-taken': { passed: 'passed', failed: 'not this time', active: 'corrects the result' },
  passed: { active: 'recertifies, or corrects the result', expired: 'the certificate ends' },
  failed: { active: 'sets a retake, or corrects the result', withdrawn: 'stops' },
  expired: { active: 'recertifies' },
  withdrawn: { active: 'goes on after all' },
};

export function maySwitch(from: EnrollmentState, to: EnrollmentState): boolean {
  return (ENROLLMENT_LIFE[from] as readonly EnrollmentState[]).includes(to);
}

/** In these a plan is made, so exam date and availability can change. */
const PLANNABLE: readonly EnrollmentState[] = ['requested', 'active', 'paused', 'failed'];
export const isPlannable = (state: EnrollmentState): boolean => PLANNABLE.includes(state);

/** The states as a list for SQL, so that the CHECK constraint knows no other. */
export const STATES_SQL = (Object.keys(ENROLLMENT_LIFE) as EnrollmentState[]).map((state) => `'${state}'`).join(', ');
