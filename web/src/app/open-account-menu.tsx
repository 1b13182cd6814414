import { Menu, UnstyledButton, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { AccountRole } from '@server/platform/auth/permission.contract';
import { Avatar } from '../ui/avatar';
import { CheckIcon, SettingsIcon, SignOutIcon } from '../ui/icons';
import { PersonName } from '../ui/person-name';
import { SCHEMES, VIEW_NAMES } from './account-choices';
import type { AccountMenuProps } from './account-menu';
import classes from './account-menu.module.css';
import { startSignOut } from './sign-out/sign-out';
import { firstPage, rememberView } from './view';

/** Who is signed in, in which view, and the color scheme. */
export function OpenAccountMenu({ account, view, position }: AccountMenuProps) {
  const target = useRef<HTMLButtonElement>(null);
  // It replaces the button that was clicked, so it takes over the focus and the click.
  useEffect(() => {
    target.current?.focus();
    target.current?.click();
  }, []);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const navigate = useNavigate();
  const seeAs = (role: AccountRole) => {
    rememberView(role);
    void navigate({ to: firstPage(account, role) });
  };
  return (
    <Menu position={position} width={248} withinPortal={false} floatingStrategy="fixed" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton ref={target} className={classes.target} aria-label={`${account.name}, account`}>
          <Avatar name={account.name} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <div className="b">
            <PersonName>{account.name}</PersonName>
          </div>
          <div className="sm soft">{account.email}</div>
        </div>
        {account.accountRoles.length > 1 && (
          <>
            <Menu.Divider />
            <Menu.Label>See Daymark as</Menu.Label>
            <Menu.RadioGroup value={view} onChange={(role) => seeAs(role as AccountRole)}>
              {account.accountRoles.map((role) => (
                <Menu.RadioItem key={role} value={role} closeMenuOnClick checkIcon={<CheckIcon size="s" />}>
                  {VIEW_NAMES[role]}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </>
        )}
        <Menu.Divider />
        <Menu.Label>Light or dark</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}>
          {SCHEMES.map(({ value, label, Icon }) => (
            <Menu.RadioItem key={value} value={value} rightSection={<Icon size="s" />} checkIcon={<CheckIcon size="s" />}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item component={Link} to="/settings" leftSection={<SettingsIcon size="s" />}>
          Settings
        </Menu.Item>
        <Menu.Item leftSection={<SignOutIcon size="s" />} onClick={() => void startSignOut()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
