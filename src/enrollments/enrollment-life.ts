/**
 * Every step an enrollment may take; there is no other. The service refuses what is not here, pages show what is, the CHECK constraint
 * lists its keys, and the chart in docs/ is drawn from it. A passed one is active again when its holder recertifies.
 */
export const ENROLLMENT_LIFE = {
  requested: ['active', 'withdrawn'],
  active: ['paused', 'exam-taken', 'withdrawn'],
  paused: ['active', 'withdrawn'],
  'exam-taken': ['passed', 'failed'],
  passed: ['active', 'expired'],
  failed: ['active', 'withdrawn'],
  expired: ['active'],
  withdrawn: ['active'],
} as const satisfies Record<string, readonly string[]>;

export type EnrollmentState = keyof typeof ENROLLMENT_LIFE;

export function maySwitch(from: EnrollmentState, to: EnrollmentState): boolean {
  return (ENROLLMENT_LIFE[from] as readonly EnrollmentState[]).includes(to);
}

/** The states as a list for SQL, so that the CHECK constraint knows no other. */
export const STATES_SQL = (Object.keys(ENROLLMENT_LIFE) as EnrollmentState[]).map((state) => `'${state}'`).join(', ');
