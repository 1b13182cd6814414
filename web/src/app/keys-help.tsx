import { Kbd, Modal, Switch } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import type { AccountRole } from '@server/platform/auth/permission.contract';
import { Row, Rows } from '../ui/rows';
import { useSingleKeys, setSingleKeys } from '../ui/single-keys';
import { openCommands } from './commands/open-commands';

/** Single keys can be turned off (WCAG 2.1.4): people who dictate or have a tremor press them by accident. `?` is one of them. */
const KEYS = [
  { key: 'L', what: 'Log study', learner: true },
  { key: 'T', what: 'Start the timer; pause it and go on', learner: true },
  { key: 'Ctrl K', what: 'Search and commands', learner: false },
  { key: '?', what: 'These keys', learner: false },
];

/** The keys that work on every page, and the list of them behind '?'. Keys typed into a field are text. */
export function Keys({ view }: { view: AccountRole }) {
  const [isOpen, setOpen] = useState(false);
  const navigate = useNavigate();
  const isLearner = view === 'learner';
  const go = (search: { log?: true; timer?: true }) => () => void navigate({ to: '/today', search, resetScroll: false });
  const router = useRouter();
  const isOnToday = () => router.state.location.pathname === '/today';
  useHotkeys([['mod+K', openCommands]], []);
  const singleKeys = useSingleKeys();
  useHotkeys(
    singleKeys
      ? [
          ['shift+?', () => setOpen(true)],
          // On Today the page itself knows what T is about.
          ...(isLearner
            ? ([
                ['l', go({ log: true })],
                ['t', () => isOnToday() || go({ timer: true })()],
              ] as [string, () => void][])
            : []),
        ]
      : [],
  );
  return (
    <Modal opened={isOpen} onClose={() => setOpen(false)} title="Keys" closeButtonProps={{ 'aria-label': 'Close', size: 44 }}>
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
    </Modal>
  );
}
