import { useHotkeys } from '@mantine/hooks';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import type { AccountRole } from '@server/platform/auth/permission.contract';
import { lazySheet } from '../ui/lazy-part';
import { useSingleKeys } from '../ui/single-keys';
import { openCommands } from './commands/open-commands';
import type { KeysDialogProps } from './keys-dialog';

const KeysDialog = lazySheet<KeysDialogProps>('Keys', () => import('./keys-dialog').then((module) => module.KeysDialog), 'dialog');

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
  return <KeysDialog opened={isOpen} onClose={() => setOpen(false)} isLearner={isLearner} />;
}
