import { useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight';
import '@mantine/spotlight/styles.layer.css';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { AccountRole } from '@server/platform/auth/permission.contract';
import type { Account } from '@server/users/users.contract';
import { AddIcon, SearchIcon, SettingsIcon, SignOutIcon } from '../../ui/icons';
import { SCHEMES, VIEW_NAMES } from '../account-choices';
import { BEHIND, RAIL } from '../navigation';
import { startSignOut } from '../sign-out/sign-out';
import { firstPage, rememberView } from '../view';
import classes from './commands.module.css';
import { useFound } from './found';

const [store, commands] = createSpotlight();

interface Props {
  opened: boolean;
  onClose: () => void;
  account: Account;
  view: AccountRole;
}

/** Search and commands (ctrl-K): each place, what can be done from anywhere, the curricula, and people by name. */
export function Commands({ opened, onClose, account, view }: Props) {
  const [query, setQuery] = useState('');
  const [asked] = useDebouncedValue(query.trim(), 200);
  const found = useFound(view, asked);
  const groups = [...usePlacesAndActs(account, view), ...found];
  const count = found.reduce((sum, { actions }) => sum + actions.length, 0);
  useEffect(() => (opened ? commands.open() : commands.close()), [opened]);
  useEffect(() => (query === '' ? undefined : selectFirst()), [query, asked, count]);
  return (
    <Spotlight
      store={store}
      onSpotlightClose={onClose}
      query={query}
      onQueryChange={setQuery}
      actions={groups}
      nothingFound="Nothing by that name."
      attributes={{ content: { 'aria-label': 'Search and commands' } }}
      shortcut={null}
      scrollable
      centered={false}
      yOffset="12dvh"
      overlayProps={{ color: 'var(--shade)', backgroundOpacity: 1, blur: 0 }}
      maxHeight={420}
      radius="lg"
      searchProps={{ leftSection: <SearchIcon />, placeholder: 'Go somewhere, or find a skill, a level, a person', 'aria-label': 'Search and commands' }}
      classNames={{ action: classes.action ?? '', actionsGroup: classes.group ?? '', actionDescription: classes.description ?? '', empty: 'soft' }}
    />
  );
}

/** What arrives after the last key would stand there unselected, and Enter would do nothing. */
function selectFirst(): void {
  const list = document.getElementById(store.getState().listId);
  if (!list || list.querySelector('[data-selected]')) return;
  list.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
  store.updateState((state) => ({ ...state, selected: 0 }));
}

function usePlacesAndActs(account: Account, view: AccountRole): SpotlightActionGroupData[] {
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const places: SpotlightActionData[] = [...RAIL[view], ...BEHIND[view], { to: '/settings', name: 'Settings', Icon: SettingsIcon }].map(
    ({ to, name, Icon }) => ({
      id: to,
      label: name,
      leftSection: <Icon />,
      onClick: () => void navigate({ to }),
    }),
  );
  const logStudy = { id: 'log', label: 'Log study', leftSection: <AddIcon />, onClick: () => void navigate({ to: '/today', search: { log: true } }) };
  const seeAs = account.accountRoles
    .filter((role) => role !== view)
    .map((role) => ({
      id: `as ${role}`,
      label: `See Daymark as ${VIEW_NAMES[role].toLowerCase()}`,
      onClick: () => {
        rememberView(role);
        void navigate({ to: firstPage(account, role) });
      },
    }));
  const schemes = SCHEMES.map(({ value, label, Icon }) => ({
    id: `scheme ${value}`,
    label: `Colours: ${label.toLowerCase()}`,
    leftSection: <Icon />,
    onClick: () => setColorScheme(value),
  }));
  const out = { id: 'out', label: 'Sign out', leftSection: <SignOutIcon />, onClick: () => void startSignOut() };
  return [
    { group: 'Go to', actions: places },
    { group: 'Do', actions: [...(view === 'learner' ? [logStudy] : []), ...seeAs, ...schemes, out] },
  ];
}
