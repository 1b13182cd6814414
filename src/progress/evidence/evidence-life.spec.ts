import fc from 'fast-check';
import { assertProperty } from '../../../test/support/property.js';
import { EVIDENCE_LIFE, maySwitch, type EvidenceState } from './evidence-life.js';

const STATES = Object.keys(EVIDENCE_LIFE) as EvidenceState[];

describe('the life of evidence', () => {
  it('reaches every state from a submission', () => {
    const reached = new Set<EvidenceState>(['submitted']);
    for (const state of reached) for (const next of EVIDENCE_LIFE[state]) reached.add(next);
    expect([...reached].sort()).toEqual([...STATES].sort());
  });

  it('asks for changes, sees them, approves', () => {
    expect(maySwitch('submitted', 'changes-requested')).toBe(true);
    expect(maySwitch('changes-requested', 'resubmitted')).toBe(true);
    expect(maySwitch('submitted', 'approved')).toBe(true);
  });

  it('takes nothing more where it is approved, and no verdict where it was submitted anew', () => {
    expect(maySwitch('approved', 'resubmitted')).toBe(false);
    for (const state of STATES) expect(maySwitch('resubmitted', state)).toBe(false);
  });

  it('never becomes a submission again', () => {
    assertProperty(fc.property(fc.constantFrom(...STATES), (state) => !maySwitch(state, 'submitted')));
  });
});
