/**
 * Every step that evidence may take; there is no other. A mentor's review decides, and may be thought better of; a later submission for
 * the same project takes the place of an earlier one, which then counts as resubmitted for as long as the later one stands. That last
 * state is not kept but seen (shown-evidence.ts), so that deleting the later submission brings the earlier one back as it was.
 */
export const EVIDENCE_LIFE = {
  submitted: ['approved', 'changes-requested', 'resubmitted'],
  'changes-requested': ['changes-requested', 'approved', 'resubmitted'],
  approved: ['changes-requested'],
  resubmitted: [],
} as const satisfies Record<string, readonly string[]>;

export type EvidenceState = keyof typeof EVIDENCE_LIFE;
/** What a review makes of evidence. */
export type Verdict = Extract<EvidenceState, 'approved' | 'changes-requested'>;

export function maySwitch(from: EvidenceState, to: EvidenceState): boolean {
  return (EVIDENCE_LIFE[from] as readonly EvidenceState[]).includes(to);
}

const asSql = (states: readonly EvidenceState[]) => states.map((state) => `'${state}'`).join(', ');
/** For CHECK constraints: the states that are kept, and the verdicts. */
export const KEPT_STATES_SQL = asSql(['submitted', 'changes-requested', 'approved']);
export const VERDICTS_SQL = asSql(['changes-requested', 'approved']);
