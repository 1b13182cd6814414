export interface DraftCounts {
  faults: number;
  changes: number;
}

/** A draft's counts where they are of what it and the current release are now; `draft` and `certification` are to be joined. */
export const COUNTS = `
  case when draft.counted_revision = draft.revision and draft.counted_release is not distinct from certification.current_release_number
    then json_build_object('faults', draft.faults, 'changes', draft.changes) end`;
