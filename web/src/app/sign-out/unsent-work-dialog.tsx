import { Button } from '@mantine/core';
import { Dialog } from '../../ui/dialog';
import { lossWords } from './losses';
import { signOut, useAsked } from './sign-out';

export interface UnsentWorkDialogProps {
  opened: boolean;
  onClose: () => void;
}

/** Asks before work is deleted that exists on this device only. */
export function UnsentWorkDialog({ opened, onClose }: UnsentWorkDialogProps) {
  const losses = useAsked();
  return (
    <Dialog opened={opened} onClose={onClose} title="Sign out and delete unsent work?" closeLabel="Close">
      {losses && (
        <div className="stack">
          <ul style={{ margin: 0, paddingLeft: 20 }}>
            {lossWords(losses).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          <p className="soft">This is saved on this device only. Signing out deletes it.</p>
          <div className="row wrap">
            <Button color="rose" variant="outline" onClick={() => void signOut()}>
              Sign out and delete
            </Button>
            <Button variant="default" data-autofocus onClick={onClose}>
              Cancel
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
