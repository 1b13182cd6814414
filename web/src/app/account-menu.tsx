import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { AccountRole } from '@server/platform/auth/permission.contract';
import type { Account } from '@server/users/users.contract';
import { Avatar } from '../ui/avatar';
import { lazyCode } from '../ui/lazy-code';
import { toastFault } from '../ui/toast-store';
import classes from './account-menu.module.css';

export interface AccountMenuProps {
  account: Account;
  view: AccountRole;
  position: 'right-end' | 'bottom-end';
}

const menu = lazyCode(() => import('./open-account-menu').then(({ OpenAccountMenu }) => OpenAccountMenu));
const prepare = () => void menu.load().catch(() => undefined);

/** The button of the account menu. The menu itself is loaded when somebody is about to open it. */
export function AccountMenu(props: AccountMenuProps) {
  const [Menu, setMenu] = useState<typeof menu extends { read: () => infer Code } ? Code : never>();
  if (Menu) return <Menu {...props} />;
  const open = () =>
    void menu.load().then(
      (loaded) => setMenu(() => loaded),
      () => toastFault('The menu could not be loaded. Check your connection and try again'),
    );
  return (
    <UnstyledButton
      className={classes.target}
      aria-label={`${props.account.name}, account`}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={prepare}
      onFocus={prepare}
      onClick={open}
    >
      <Avatar name={props.account.name} />
    </UnstyledButton>
  );
}
