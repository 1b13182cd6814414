import { ActionIcon } from '@mantine/core';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { useSession } from '../api/session';
import { classNames } from '../ui/class-names';
import { AddIcon, SearchIcon } from '../ui/icons';
import { lazySheet } from '../ui/lazy-part';
import { Logo } from '../ui/logo';
import { AccountMenu } from './account-menu';
import type * as commands from './commands/commands';
import { closeCommands, openCommands, useCommandsOpen } from './commands/open-commands';
import classes from './layout.module.css';
import { Keys } from './keys-help';
import { InFrame } from './lone-page';
import { BAR, isHere, RAIL, type Place } from './navigation';
import { SignOutDialog } from './sign-out/sign-out-dialog';
import { StatusStrip } from './status-strip';
import { useView } from './view';
import type { Account } from '@server/users/users.contract';

const Commands = lazySheet<ComponentProps<typeof commands.Commands>>(
  'Search and commands',
  () => import('./commands/commands').then((module) => module.Commands),
  'dialog',
);

/** The frame of every page behind sign-in: a rail at the desk, a bar on the phone. */
export function Layout() {
  const { account } = useSession();
  // Signed out a moment ago: the guards lead away from here.
  if (!account) return null;
  return (
    <InFrame value>
      <Frame account={account} />
    </InFrame>
  );
}

function Frame({ account }: { account: Account }) {
  const view = useView(account);
  const bar = BAR[view];
  return (
    <>
      <a className={classes.skip} href="#main">
        Skip to the page
      </a>
      <header className={classes.railPlace}>
        <nav className={classes.rail} aria-label="Main">
          <Home />
          <ul>
            {RAIL[view].map((place) => (
              <li key={place.to}>
                <PlaceLink place={place} />
              </li>
            ))}
          </ul>
          <div className={classes.foot}>
            <ActionIcon aria-label="Search and commands" title="Search and commands, Ctrl K" {...Commands.onIntent} onClick={openCommands}>
              <SearchIcon />
            </ActionIcon>
            <AccountMenu account={account} view={view} position="right-end" />
          </div>
        </nav>
      </header>
      <div className={classes.app}>
        <header className={classes.topbar}>
          <Home />
          <AccountMenu account={account} view={view} position="bottom-end" />
        </header>
        <main id="main" tabIndex={-1} className={classes.main}>
          {view === 'learner' && <StatusStrip />}
          <Outlet />
        </main>
      </div>
      <Keys view={view} />
      <SignOutDialog />
      <Commands opened={useCommandsOpen()} onClose={closeCommands} account={account} view={view} />
      <nav className={classes.bar} aria-label="Main">
        {bar.before.map((place) => (
          <PlaceLink key={place.to} place={place} />
        ))}
        {bar.log && (
          <Link to="/today" search={{ log: true }} className={classNames(classes.place, classes.log)} activeProps={{ 'aria-current': undefined }}>
            <AddIcon />
            <span>Log</span>
          </Link>
        )}
        {bar.after.map((place) => (
          <PlaceLink key={place.to} place={place} />
        ))}
      </nav>
    </>
  );
}

const Home = () => (
  <Link to="/" className={classes.logo} aria-label="Daymark, start">
    <Logo />
  </Link>
);

function PlaceLink({ place }: { place: Place }) {
  const here = useLocation({ select: ({ pathname }) => isHere(place, pathname) });
  return (
    <Link to={place.to} className={classes.place} activeProps={{}} {...(here && { 'aria-current': 'page' as const })}>
      <place.Icon />
      <span>{place.name}</span>
    </Link>
  );
}
