import { CheckIcon, ClockIcon, WarningIcon } from '../../../ui/icons';
import { clockTime } from '../../../ui/format';
import type { EditorState } from './draft-editor';

/** Whether the work is safe, in a word; read out as it changes. */
export function SavingState({ state: { saving, known } }: { state: EditorState }) {
  return (
    <span role="status" className="row sm soft" data-saving={saving.kind}>
      {saving.kind === 'saved' && (
        <>
          <CheckIcon size="s" />
          Saved {clockTime(known.savedAt)}
        </>
      )}
      {(saving.kind === 'waiting' || saving.kind === 'saving') && (
        <>
          <ClockIcon size="s" />
          Saving
        </>
      )}
      {saving.kind === 'offline' && (
        <>
          <WarningIcon size="s" />
          Not saved yet: nobody answers. It is tried again
        </>
      )}
      {saving.kind === 'stale' && (
        <>
          <WarningIcon size="s" />
          Waits for you to bring two works together
        </>
      )}
      {saving.kind === 'refused' && (
        <>
          <WarningIcon size="s" />
          Not saved: {saving.message}
        </>
      )}
    </span>
  );
}
