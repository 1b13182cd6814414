import { Kbd, Switch } from '@mantine/core';
import { Dialog } from '../ui/dialog';
import { Row, Rows } from '../ui/rows';
import { setSingleKeys, useSingleKeys } from '../ui/single-keys';

/** Single keys can be turned off (WCAG 2.1.4): people who dictate or have a tremor press them by accident. `?` is one of them. */
const KEYS = [
  { key: 'L', what: 'Log study', learner: true },
  { key: 'T', what: 'Start the timer, pause or resume it', learner: true },
  { key: 'Ctrl K', what: 'Search and commands', learner: false },
  { key: '?', what: 'Show keyboard shortcuts', learner: false },
];

export interface KeysDialogProps {
  opened: boolean;
  onClose: () => void;
  isLearner: boolean;
}

/** The list of keys, behind '?'. */
export function KeysDialog({ opened, onClose, isLearner }: KeysDialogProps) {
  const singleKeys = useSingleKeys();
  return (
    <Dialog opened={opened} onClose={onClose} title="Keys" closeLabel="Close">
      <Rows label="Keys">
        {KEYS.filter(({ learner }) => isLearner || !learner).map(({ key, what }) => (
          <Row key={key} title={what} aside={<Kbd>{key}</Kbd>} />
        ))}
      </Rows>
      <Switch
        mt="md"
        label="Single-key shortcuts"
        description="Turn them back on in Settings"
        checked={singleKeys}
        onChange={({ currentTarget }) => setSingleKeys(currentTarget.checked)}
      />
    </Dialog>
  );
}
