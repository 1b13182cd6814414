import { Button } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { Dialog } from '../../../ui/dialog';
import type { DraftEditor, EditorState } from './draft-editor';

const WHY: Readonly<Partial<Record<EditorState['saving']['kind'], string>>> = {
  stale: 'Somebody else changed this draft too, and the two versions are not merged yet.',
  offline: 'We couldn’t reach the server, so your last edits are not saved there yet.',
  refused: 'The server refused your last edits.',
};

/** Saves what can be saved when a person leaves the editor, and asks first if some edits are still unsaved. */
export function Leaving({ editor, state: { saving } }: { editor: DraftEditor; state: EditorState }) {
  const blocker = useBlocker({
    shouldBlockFn: async ({ current, next }) => current.pathname !== next.pathname && !(await editor.flush()),
    enableBeforeUnload: () => editor.state().saving.kind !== 'saved',
    withResolver: true,
  });
  const isAsking = blocker.status === 'blocked';
  return (
    <Dialog opened={isAsking} onClose={() => blocker.reset?.()} title="Leave before this is saved?" closeLabel="Stay here">
      <p>{WHY[saving.kind] ?? 'Your last edits are not saved on the server yet.'} They stay on this device until you come back.</p>
      <div className="row wrap" style={{ marginTop: 20 }}>
        <Button data-autofocus onClick={() => blocker.reset?.()}>
          Stay
        </Button>
        <Button variant="default" onClick={() => blocker.proceed?.()}>
          Leave
        </Button>
      </div>
    </Dialog>
  );
}
