import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { UndoIcon, WarningIcon } from '../../../ui/icons';
import { toast, toastFault } from '../../../ui/toast-store';
import type { DraftEditor, EditorState } from './draft-editor';
import classes from './editor-page.module.css';
import { placeOf } from './fault-place';
import { SavingState } from './saving-state';

interface Props {
  editor: DraftEditor;
  state: EditorState;
  /** Brings what was taken back or done again into sight. */
  onShow: (path: string) => void;
}

/** What is always at hand while one writes: whether it is saved, the ways back, what is to mend, and on to the review. */
export function Toolbar({ editor, state, onShow }: Props) {
  const { known, saving, canUndo, canRedo } = state;
  const { slug, faults } = known;
  const { undo, redo } = useUndo(editor, onShow);
  const navigate = useNavigate();
  const isHeld = saving.kind === 'stale' || saving.kind === 'refused';
  const review = async () => {
    if (await editor.flush()) await navigate({ to: '/curriculum/$slug/publish', params: { slug } });
    else if (editor.state().saving.kind === 'offline') toastFault('Nothing to review yet: the server has not got your last edits. They stay on this device.');
  };
  return (
    <div className={classes.toolbar} role="group" aria-label="The draft">
      <div className={classes.standing}>
        <SavingState state={state} />
        <Link className={classes.history} to="/curriculum/$slug/saves" params={{ slug }}>
          History
        </Link>
        {faults.length > 0 && (
          <a className={classes.mend} href="#to-mend" onClick={toMend}>
            <WarningIcon size="s" />
            {faults.length} to mend
          </a>
        )}
      </div>
      <div className={classes.acts}>
        <Button variant="default" leftSection={<UndoIcon />} disabled={!canUndo} onClick={undo}>
          Undo
        </Button>
        <Button variant="default" disabled={!canRedo} onClick={redo}>
          Redo
        </Button>
        <Button disabled={isHeld} onClick={() => void review()}>
          Review and publish
        </Button>
      </div>
    </div>
  );
}

/** Undo and redo, which say and show what they did. */
export function useUndo(editor: DraftEditor, onShow: (path: string) => void) {
  const told = (verb: string, key: string | undefined) => {
    if (key === undefined) return;
    const [path = ''] = key.split(' ');
    if (path === '') return toast(`${verb}: the draft as a whole`);
    onShow(path);
    toast(`${verb}: ${placeOf(editor.state().document, path)}`);
  };
  return { undo: () => told('Taken back', editor.undo()), redo: () => told('Done again', editor.redo()) };
}

function toMend(event: React.MouseEvent) {
  event.preventDefault();
  const place = document.getElementById('to-mend');
  place?.scrollIntoView({ block: 'start' });
  place?.querySelector('button')?.focus({ preventScroll: true });
}
