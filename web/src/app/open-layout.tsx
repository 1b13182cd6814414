import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useSession } from '../api/session';
import { ButtonLink } from '../ui/button-link';
import { Logo } from '../ui/logo';
import frame from './layout.module.css';
import { Layout } from './layout';
import { InFrame } from './lone-page';
import classes from './open-layout.module.css';

/** Around pages anybody may read: the frame for who is signed in, a slim head for a visitor. */
export function OpenLayout() {
  const { account } = useSession();
  return account ? <Layout /> : <ForVisitors />;
}

function ForVisitors() {
  const next = useLocation({ select: ({ href }) => href });
  return (
    <InFrame value>
      <a className={frame.skip} href="#main">
        Skip to the page
      </a>
      <header className={classes.head}>
        <nav aria-label="Main">
          <Link to="/levels" className={classes.home} aria-label="Daymark, levels">
            <Logo />
            <b className="head">Daymark</b>
          </Link>
          <span className="grow" />
          <ButtonLink to="/sign-in" search={{ next }} variant="subtle">
            Sign in
          </ButtonLink>
          <ButtonLink to="/register" search={{ next }}>
            Make an account
          </ButtonLink>
        </nav>
      </header>
      <main id="main" tabIndex={-1} className={frame.main}>
        <Outlet />
      </main>
    </InFrame>
  );
}
