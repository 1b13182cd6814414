import { Button, useMantineColorScheme } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useAccount } from '../api/session';
import { Choice } from '../ui/choice';
import { ChevronRightIcon, SearchIcon, SettingsIcon, SignOutIcon } from '../ui/icons';
import { PageHead } from '../ui/page-head';
import { Section } from '../ui/section';
import { SCHEMES } from './account-choices';
import { openCommands } from './commands/open-commands';
import classes from './more-page.module.css';
import { REST } from './navigation';
import { startSignOut } from './sign-out/sign-out';
import { useView } from './view';

/** On the phone: what the bar has no room for. */
export default function MorePage() {
  const account = useAccount();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const places = [...REST[useView(account)], { to: '/settings', name: 'Settings', Icon: SettingsIcon }];
  return (
    <>
      <PageHead title="More" lead={`${account.name}, ${account.email}`} />
      <Button variant="default" fullWidth justify="flex-start" leftSection={<SearchIcon />} onClick={openCommands}>
        Search and commands
      </Button>
      <ul className={classes.places}>
        {places.map(({ to, name, Icon }) => (
          <li key={to}>
            <Link to={to}>
              <Icon />
              <span className="grow">{name}</span>
              <ChevronRightIcon size="s" />
            </Link>
          </li>
        ))}
      </ul>
      <Section title="Light or dark" bare>
        <Choice label="Light or dark" value={colorScheme} options={SCHEMES} onChange={setColorScheme} />
      </Section>
      <Button className={classes.out ?? ''} variant="default" leftSection={<SignOutIcon />} onClick={() => void startSignOut()}>
        Sign out
      </Button>
    </>
  );
}
