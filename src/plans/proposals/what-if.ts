import { countChanges } from '../plan-diff.js';
import { sumsOf, type RemadePlan } from '../remade-plan.js';
import type { PlanWhatIf } from './proposals.contract.js';

/** A plan that might be, beside the one there is. */
export function whatIfOf({ before, after, diff, plan }: RemadePlan): PlanWhatIf {
  const sums = sumsOf(after);
  return {
    examIsProposed: plan.isExamProposed,
    before: before ? sumsOf(before) : sums,
    after: sums,
    counts: countChanges(diff),
    items: diff,
    waysOut: plan.waysOut,
  };
}
